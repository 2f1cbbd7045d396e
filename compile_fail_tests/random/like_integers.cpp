// SPDX-License-Identifier: BSL-1.0
// A tensor of integers cannot be filled with fractions.
// expect: normal: elements are int32, wanted are float16, float32 or float64
#include <shapeproof/random.hpp>
using namespace shapeproof;

Random source(1);
Tensor<BAD_OR_GOOD(int, float), Shape<4>> x;
auto y = normal_like(source, x);  // error here
