// SPDX-License-Identifier: BSL-1.0
// The check that the case is for has been lost.
// checker says: the bad form compiles
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(true, (true)), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
