// SPDX-License-Identifier: BSL-1.0
// A case that expects nothing would be content with any error.
// checker says: there is no text to expect: write at least one `// expect: text`
#include "imitation.hpp"

Checked<BAD_OR_GOOD(false, true), Text{"add: axis 0 is 2 on the left"}> checked;  // error here
