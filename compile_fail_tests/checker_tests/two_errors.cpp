// SPDX-License-Identifier: BSL-1.0
// One mistake sets off two errors.
// checker says: 2 errors; one mistake must be one error
// expect: add: axis 0 is 2 on the left
#include "imitation.hpp"

template <bool Right>
struct Twice {
  Checked<Right, Text{"add: axis 0 is 2 on the left"}> once;
  static_assert(Right, "and again");
};
Twice<BAD_OR_GOOD(false, true)> checked;  // error here
