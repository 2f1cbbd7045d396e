// SPDX-License-Identifier: BSL-1.0
// A place along two axes would be two numbers.
// expect: argmax: 2 axes are named; name one, or none for the place among all elements
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = argmax<0 BAD(, 1)>(x);  // error here
