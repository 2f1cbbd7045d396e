// SPDX-License-Identifier: BSL-1.0
// Two poolings of 28 make 32 * 7 * 7 features.
// Reported: androidkt CNN tutorial (Linear(1050,10))
// expect: matmul: the left operand has 1568 columns, the right operand 1050 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 32, 7, 7>>& x, const Tensor<float, Shape<BAD_OR_GOOD(1050, 1568), 10>>& weights) {
  [[maybe_unused]] auto y = matmul(flatten<1>(x), weights);  // error here
}
