// SPDX-License-Identifier: BSL-1.0
// Without an axis, there is one largest of all samples.
// Reported: lisa-lab/DeepLearningTutorials#15, where it is legal
// expect: eq: rank 0 on the left and 1 on the right; NumPy would broadcast to Shape<N>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/compare.hpp>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 10>>& scores, const Tensor<std::int64_t, Shape<N>>& labels) {
  [[maybe_unused]] auto y = eq(argmax GOOD(<1>)(scores), labels);  // error here
}
