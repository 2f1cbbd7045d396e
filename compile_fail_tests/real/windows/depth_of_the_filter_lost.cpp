// SPDX-License-Identifier: BSL-1.0
// A helper makes a filter of one place, where it is declared to span three.
// Reported: StackOverflow/Others-1 (q42938603), where it is legal
// expect: as: axis 2 is 10, wanted is 8
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void takes(const Tensor<float, Shape<N, 16, 8, 8>>&);
void f(const Tensor<float, Shape<N, 1, 10, 10>>& x, const Tensor<float, Shape<16, 1, BAD_OR_GOOD(1, 3), 3>>& filter) {
  takes(conv2d<Valid>(x, filter));  // error here
}
