// SPDX-License-Identifier: BSL-1.0
// One mistake is one error, also where other operations follow.
// expect: reshape: 6 elements cannot fill Shape<2, 4>, which holds 8; Shape<2, 3> would fit
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<6>>& x) {
  auto bad = reshape<Shape<2, BAD_OR_GOOD(4, 3)>>(x);  // error here
  [[maybe_unused]] auto end = cast<double>(squeeze<0>(unsqueeze<0>(transpose(flatten<1>(bad)))));
  [[maybe_unused]] auto wide = broadcast_to<Shape<5, 2, 3>>(bad);
  [[maybe_unused]] auto parts = split<0, 2, _>(merge<0, 1>(bad));
  [[maybe_unused]] auto turned = permute<1, 0>(reshape<Shape<3, 2>>(bad));
}
