// SPDX-License-Identifier: BSL-1.0
// An empty axis has no place.
// expect: select: axis 1 is 0, it has no element
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<2, BAD_OR_GOOD(0, 1)>>& x, int place) {
  return select<1>(x, place);  // error here
}
