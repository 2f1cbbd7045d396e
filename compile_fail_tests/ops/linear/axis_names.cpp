// SPDX-License-Identifier: BSL-1.0
// Features of two names are not the same.
// expect: linear: the last axis holds D features, E are wanted (both 4); their names must be equal
#include <shapeproof/ops/linear.hpp>
using namespace shapeproof;

inline constexpr auto D = axis("D"), E = axis("E");
Tensor<float, Shape<2, D(4)>> x;
Tensor<float, Shape<3, BAD_OR_GOOD(E, D)(4)>> weight;
auto y = linear<>(x, weight);  // error here
