// SPDX-License-Identifier: BSL-1.0
// A refused as<> is one error, also behind a typed variable.
// expect: as: axis 0 is 16, wanted is 64
#include <shapeproof/convert.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<16>> x;
Tensor<float, Shape<N>> y = as<Shape<BAD_OR_GOOD(64, 16)>>(x);  // error here
