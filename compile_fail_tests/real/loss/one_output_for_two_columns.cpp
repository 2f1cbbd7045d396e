// SPDX-License-Identifier: BSL-1.0
// One output, and two columns of targets.
// Reported: SFData/StackOverflow/s59619015
// expect: binary_cross_entropy: axis 1 of the prediction is 1, of the target it is 2; they must be equal
#include <shapeproof/nn/probability_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(1, 2)>>& output, const Tensor<float, Shape<N, 2>>& target) {
  [[maybe_unused]] auto y = binary_cross_entropy(output, target);  // error here
}
