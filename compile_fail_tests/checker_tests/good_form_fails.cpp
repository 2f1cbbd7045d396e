// SPDX-License-Identifier: BSL-1.0
// The right form does not compile either, so that the case proves nothing.
// checker says: the good form does not compile without a word
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, (false)), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
