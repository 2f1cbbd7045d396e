// SPDX-License-Identifier: BSL-1.0
// A scalar is no batch of rows.
// Reported: SFData/StackOverflow/s46273364
// expect: matmul: the left operand has rank 0; * multiplies with a scalar
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<GOOD(N, 20)>>& x, const Tensor<float, Shape<20, 1>>& weights) {
  [[maybe_unused]] auto y = matmul(x, weights);  // error here
}
