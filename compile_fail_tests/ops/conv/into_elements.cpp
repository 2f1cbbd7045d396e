// SPDX-License-Identifier: BSL-1.0
// out has the elements of the result.
// expect: conv2d_into: the elements of the result are float32, those of out are float64
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(DynamicTensor<BAD_OR_GOOD(double, float)> out, DynamicTensor<float> x, DynamicTensor<float> kernel) {
  conv2d_into<>(out, x, kernel);  // error here
}
