// SPDX-License-Identifier: BSL-1.0
// The largest of one element is always the first.
// expect: argmax: axis 1 is 1; the answer would always be 0
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto classes(const Tensor<float, Shape<N, BAD_OR_GOOD(1, 10)>>& logits) {
  return argmax<1>(logits);  // error here
}
