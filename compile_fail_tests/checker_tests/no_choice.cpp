// SPDX-License-Identifier: BSL-1.0
// Without two forms there is no control.
// checker says: 0 times BAD_OR_GOOD; the two forms must differ in one place
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<false, Text{"add: axis 0 is 2 on the left"}> checked;  // error here
