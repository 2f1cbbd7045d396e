// SPDX-License-Identifier: BSL-1.0
// The parts of a split may be integral constants.
// expect: split: 6 elements cannot fill Shape<2, 4>, which holds 8; Shape<2, 3> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<6>> x;
auto y = split<0>(x, std::integral_constant<int, 2>{}, std::integral_constant<int, BAD_OR_GOOD(4, 3)>{});  // error here
