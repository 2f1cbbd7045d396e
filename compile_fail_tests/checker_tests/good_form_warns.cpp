// SPDX-License-Identifier: BSL-1.0
// The right form is not worth copying.
// checker says: the good form does not compile without a word
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
int no_use_of(int parameter) { return 1; }
