// SPDX-License-Identifier: BSL-1.0
// randint makes integers.
// expect: randint: elements are float32, wanted are integers
#include <shapeproof/random.hpp>
using namespace shapeproof;

Random source(1);
auto x = randint<BAD_OR_GOOD(float, int), Shape<4>>(source, 0, 10);  // error here
