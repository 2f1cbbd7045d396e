// SPDX-License-Identifier: BSL-1.0
// The error is real, but elsewhere.
// checker says: the output does not name line 8, which is marked
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;
int another;  // error here
