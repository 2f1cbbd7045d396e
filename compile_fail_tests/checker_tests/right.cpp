// SPDX-License-Identifier: BSL-1.0
// A case that is as it should be.
// checker says: nothing
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
