// SPDX-License-Identifier: BSL-1.0
// Ids that were made one-hot although the metric wants ids.
// Reported: SFData/StackOverflow/s65356923
// expect: accuracy: the target is Shape<N, 10> of int64, class ids are wanted as Shape<N> of an integer type: argmax<1>(target)
#include <shapeproof/nn/metrics.hpp>
#include <shapeproof/ops/one_hot.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 10>>& scores, const Tensor<std::int64_t, Shape<N>>& ids) {
  [[maybe_unused]] auto y = accuracy(scores, BAD((one_hot<10, std::int64_t>))(ids));  // error here
}
