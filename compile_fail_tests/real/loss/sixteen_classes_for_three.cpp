// SPDX-License-Identifier: BSL-1.0
// The width of a hidden layer for that of the classes.
// Reported: SFData/StackOverflow/s64577667
// expect: cross_entropy: axis 1 of the prediction is 16, of the target it is 3; they must be equal
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(16, 3)>>& output, const Tensor<float, Shape<N, 3>>& target) {
  [[maybe_unused]] auto y = cross_entropy(output, target);  // error here
}
