// SPDX-License-Identifier: BSL-1.0
// A head that gives three rows for each sample, and one label.
// Reported: jiaqingxie/DeepProtein#1, where it is legal
// expect: sub: rank 3 on the left and 1 on the right; NumPy would broadcast to Shape<66, 3, 66>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<66, BAD_OR_GOOD(3, 1), 1>>& prediction, const Tensor<float, Shape<66>>& target) {
  [[maybe_unused]] auto y = BAD(prediction) GOOD(flatten(prediction)) - target;  // error here
}
