// SPDX-License-Identifier: BSL-1.0
// Another name is another axis.
// expect: rms_norm: axis 1 of the input is D, axis 0 of the weight is C; their names must be equal
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), D = axis("D"), C = axis("C");
auto f(const Tensor<float, Shape<N, D>>& x, const Tensor<float, Shape<BAD_OR_GOOD(C, D)>>& weight) {
  return rms_norm(x, weight);  // error here
}
