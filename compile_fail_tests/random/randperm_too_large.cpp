// SPDX-License-Identifier: BSL-1.0
// Elements hold every position.
// expect: randperm: numbers from 0 to 299 do not fit uint8
#include <shapeproof/random.hpp>
using namespace shapeproof;

Random source(1);
auto x = randperm<std::uint8_t, Shape<BAD_OR_GOOD(300, 256)>>(source);  // error here
