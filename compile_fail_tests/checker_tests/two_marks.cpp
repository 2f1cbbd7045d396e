// SPDX-License-Identifier: BSL-1.0
// So would one that marks several.
// checker says: 2 lines are marked `// error here`; there must be one
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

int another;  // error here

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
