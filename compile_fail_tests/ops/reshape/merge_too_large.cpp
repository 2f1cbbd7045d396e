// SPDX-License-Identifier: BSL-1.0
// Axes beside an extent of 0 may be larger together than 64 bits are.
// expect: Shape: axis 1 is an expression too large to compute with
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<0, 2000000000, 2000000000, 2000000000>>& x) {
  return merge<1, BAD_OR_GOOD(3, 2)>(x);  // error here
}
