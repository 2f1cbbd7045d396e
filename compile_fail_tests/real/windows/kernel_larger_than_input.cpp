// SPDX-License-Identifier: BSL-1.0
// An output of negative length is none.
// Reported: pytorch/pytorch#16035
// expect: conv2d: axis 2: (3 + 2*0 - 1*(5 - 1) - 1) / 1 + 1 = -1; the kernel does not fit the padded input
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 1, 3, 3>>& x, const Tensor<float, Shape<1, 1, BAD_OR_GOOD(5, 3), 3>>& kernel) {
  [[maybe_unused]] auto y = conv2d<Valid>(x, kernel);  // error here
}
