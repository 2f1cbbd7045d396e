// SPDX-License-Identifier: BSL-1.0
// Two lengths become one where a stride skips: which of them comes back has to be said.
// Reported: tensorflow/tensorflow#19863
// expect: add: axis 2 is 74 on the left and 73 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 1, 74, 74>>& x, const Tensor<float, Shape<1, 1, 3, 3>>& kernel) {
  [[maybe_unused]] auto y =
      x + conv_transpose2d<Stride<2> GOOD(, OutputPadding<1>)>(conv2d<Stride<2>>(x, kernel), kernel);  // error here
}
