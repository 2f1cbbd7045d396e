// SPDX-License-Identifier: BSL-1.0
// A product too large is one error.
// expect: Shape: the element count exceeds 64 bits
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2000000000, 2000000000, 1>>& x,
       const Tensor<float, Shape<2000000000, 1, BAD_OR_GOOD(2000000000, 1)>>& y) {
  return matmul(x, y);  // error here
}
