// SPDX-License-Identifier: BSL-1.0
// Logits of one column, and labels of none.
// Reported: SFData/StackOverflow/s49703387
// expect: sub: rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<N, N>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 1>>& logits, const Tensor<float, Shape<N>>& labels) {
  [[maybe_unused]] auto y = logits - GOOD(unsqueeze<1>)(labels);  // error here
}
