// SPDX-License-Identifier: BSL-1.0
// A sentence in pieces, as clang shows it: padded ones were cut behind a space, a full one in the middle of a word.
// checker says: nothing
// expect: load: an_extraordinarily_long_name_of_a_file.npy is cut short
#include "imitation.hpp"

template <bool Right>
using Loaded =
    Checked<Right, Text{"load: "}, Text{"an_extraordinarily_long_name_of_a_fi"}, Text{"le.npy is cut short"}>;
Loaded<BAD_OR_GOOD(false, true)> checked;  // error here
