// SPDX-License-Identifier: BSL-1.0
// A decoder of the last layer alone wants what the layers before it make.
// Reported: SFData/ICSE2020/s44472693
// expect: matmul: the left operand has 32 columns, the right operand 128 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(32, 128)>>& code, const Tensor<float, Shape<128, 784>>& last_layer) {
  [[maybe_unused]] auto y = matmul(code, last_layer);  // error here
}
