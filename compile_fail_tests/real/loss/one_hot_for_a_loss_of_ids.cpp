// SPDX-License-Identifier: BSL-1.0
// One-hot rows are probabilities: cross_entropy takes them as such, of floats.
// Reported: SFData/StackOverflow/s61116088
// expect: cross_entropy: the target is Shape<N, 5> of int64, class ids are wanted as Shape<N> of an integer type: argmax<1>(target)
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 5>>& logits, const Tensor<BAD_OR_GOOD(std::int64_t, float), Shape<N, 5>>& labels) {
  [[maybe_unused]] auto y = cross_entropy(logits, labels);  // error here
}
