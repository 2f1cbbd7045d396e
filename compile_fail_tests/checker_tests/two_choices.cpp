// SPDX-License-Identifier: BSL-1.0
// Where two things differ, nobody knows which one was caught.
// checker says: 2 times BAD_OR_GOOD; the two forms must differ in one place
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
int another = BAD_OR_GOOD(1, 2);
