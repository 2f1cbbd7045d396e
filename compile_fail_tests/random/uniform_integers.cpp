// SPDX-License-Identifier: BSL-1.0
// uniform makes numbers with fractions.
// expect: uniform: elements are int32, wanted are float16, float32 or float64
#include <shapeproof/random.hpp>
using namespace shapeproof;

Random source(1);
auto x = uniform<BAD_OR_GOOD(int, float), Shape<4>>(source);  // error here
