// SPDX-License-Identifier: BSL-1.0
// An output is asked for by its height and width; a first number would be taken for one of them.
// Reported: pytorch/pytorch#75889, where it is legal
// expect: conv_transpose2d: Output<1, 240, ...> holds 3 numbers for 2 axes
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 30, 25>>& x, const Tensor<float, Shape<1, 1, 8, 8>>& kernel) {
  [[maybe_unused]] auto y = conv_transpose2d<Stride<8>, Output<BAD(1, ) 240, 200>>(x, kernel);  // error here
}
