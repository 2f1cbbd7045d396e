// SPDX-License-Identifier: BSL-1.0
// What CMake lists would stumble over: semicolons, brackets that never close, backslashes, quotes.
// checker says: nothing
// expect: einsum "bhid": [2, 3 is open; ] too; C:\x
// expect: ] too; C
#include "imitation.hpp"

template <bool Right>
using Contracted = Checked<Right, Text{"einsum \"bhid\": [2, 3 is open; "}, Text{"] too; C:\\x"}>;
Contracted<BAD_OR_GOOD(false, true)> checked;  // error here
