// SPDX-License-Identifier: BSL-1.0
// A case that marks no line would be content with any.
// checker says: 0 lines are marked `// error here`; there must be one
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;
