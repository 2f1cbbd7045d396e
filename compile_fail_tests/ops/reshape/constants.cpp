// SPDX-License-Identifier: BSL-1.0
// Integral constants are known at compile time.
// expect: reshape: 12 elements cannot fill Shape<5, 3>, which holds 15; Shape<4, 3> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<12>> x;
auto y = reshape(x, std::integral_constant<int, BAD_OR_GOOD(5, 4)>{}, std::integral_constant<int, 3>{});  // error here
