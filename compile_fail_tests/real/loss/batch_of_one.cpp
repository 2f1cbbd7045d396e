// SPDX-License-Identifier: BSL-1.0
// A prediction for one video does not stand for two.
// Reported: aigc-apps/VideoX-Fun#263, where it is legal
// expect: sub: axis 0 is 1 on the left and 2 on the right; they must be equal; NumPy would broadcast to Shape<2, 16, 5, 60, 100>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<BAD_OR_GOOD(1, 2), 16, 5, 60, 100>>& prediction,
       const Tensor<float, Shape<2, 16, 5, 60, 100>>& target) {
  [[maybe_unused]] auto y = prediction - target;  // error here
}
