// SPDX-License-Identifier: BSL-1.0
// No output is padded as far as its stride.
// Reported: pytorch/pytorch#66542, where it is legal
// expect: conv_transpose2d: axis 2: an output padding of 2 is wanted; it is below the stride, 1, or the dilation, 1
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 1, 8, 8>>& x, const Tensor<float, Shape<1, 1, 3, 3>>& kernel) {
  [[maybe_unused]] auto y = conv_transpose2d<OutputPadding<BAD_OR_GOOD(2, 0)>>(x, kernel);  // error here
}
