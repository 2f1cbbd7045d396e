// SPDX-License-Identifier: BSL-1.0
// Four classes in the layer, two in the targets.
// Reported: SFData/StackOverflow/s62643682
// expect: cross_entropy: axis 1 of the prediction is 4, of the target it is 2; they must be equal
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(4, 2)>>& output, const Tensor<float, Shape<N, 2>>& target) {
  [[maybe_unused]] auto y = cross_entropy(output, target);  // error here
}
