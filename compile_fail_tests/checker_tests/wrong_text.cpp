// SPDX-License-Identifier: BSL-1.0
// The error is real, but says something else.
// checker says: the output does not say: on the left; 3 wanted
// expect: add: axis 0 is 2
// expect: on the left; 3 wanted
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
