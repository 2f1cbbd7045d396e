// SPDX-License-Identifier: BSL-1.0
// A matrix has no axis 2.
// Reported: tensorflow/tensorflow#22793
// expect: softmax: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/softmax.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<2, 3>>& x) {
  [[maybe_unused]] auto y = softmax<BAD_OR_GOOD(2, 1)>(x);  // error here
}
