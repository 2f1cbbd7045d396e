// SPDX-License-Identifier: BSL-1.0
// Two outputs, and one column of targets.
// Reported: SFData/StackOverflow/s64435490
// expect: binary_cross_entropy: axis 1 of the prediction is 2, of the target it is 1; they must be equal
#include <shapeproof/nn/probability_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(2, 1)>>& output, const Tensor<float, Shape<N, 1>>& target) {
  [[maybe_unused]] auto y = binary_cross_entropy(output, target);  // error here
}
