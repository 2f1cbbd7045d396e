// SPDX-License-Identifier: BSL-1.0
// A name holds one number.
// expect: layer_norm: axis 0 of the weight is N(4), but the input says otherwise; a name holds one number
#include <shapeproof/ops/normalize.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), D = axis("D"), C = axis("C");
Tensor<float, Shape<N(16), 4>> x;
Tensor<float, Shape<BAD_OR_GOOD(N, D)(4)>> weight;
auto y = layer_norm(x, weight);  // error here
