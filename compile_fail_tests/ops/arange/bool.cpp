// SPDX-License-Identifier: BSL-1.0
// Numbers are counted, not truths.
// expect: arange: elements are bool, which do not count; arange<std::int64_t>(...) does
#include <shapeproof/ops/arange.hpp>
using namespace shapeproof;

auto x = arange<BAD_OR_GOOD(bool, int)>(2);  // error here
