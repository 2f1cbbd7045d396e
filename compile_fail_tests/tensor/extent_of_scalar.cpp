// SPDX-License-Identifier: BSL-1.0
// A scalar has no axis at all.
// expect: extent: there is no axis 0 in rank 0
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

auto f(const Tensor<float, Shape<GOOD(1)>>& x) {
  return x.extent<0>();  // error here
}
