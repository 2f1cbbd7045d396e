// SPDX-License-Identifier: BSL-1.0
// A metric of class ids takes no one-hot rows of six classes.
// Reported: SFData/StackOverflow/s53697858
// expect: accuracy: the target is Shape<N, 6> of int64, class ids are wanted as Shape<N> of an integer type: argmax<1>(target)
#include <shapeproof/nn/metrics.hpp>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 6>>& scores, const Tensor<std::int64_t, Shape<N, 6>>& labels) {
  [[maybe_unused]] auto y = accuracy(scores, GOOD(argmax<1>)(labels));  // error here
}
