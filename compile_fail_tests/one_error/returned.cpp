// SPDX-License-Identifier: BSL-1.0
// One mistake is one error, also where its result is returned.
// expect: reshape: 6 elements cannot fill Shape<2, 4>, which holds 8; Shape<2, 3> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> f(const Tensor<float, Shape<6>>& x) {
  return reshape<Shape<2, BAD_OR_GOOD(4, 3)>>(x);  // error here
}
