// SPDX-License-Identifier: BSL-1.0
// One mistake is one error, also where its result goes through a door.
// expect: reshape: 6 elements cannot fill Shape<2, 4>, which holds 8; Shape<2, 3> would fit
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/try_as.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<6>>& x) {
  auto bad = reshape<Shape<2, BAD_OR_GOOD(4, 3)>>(x);  // error here
  [[maybe_unused]] auto typed = as<Shape<2, 3>>(bad);
  [[maybe_unused]] auto tried = try_as<Shape<2, 3>>(bad);
}
