// SPDX-License-Identifier: BSL-1.0
// An empty text is found everywhere.
// checker says: there is no text to expect: write at least one `// expect: text`
// expect:
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
