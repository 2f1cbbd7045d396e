// SPDX-License-Identifier: BSL-1.0
// A layer without parameters speaks with its own name too.
// expect: MaxPool2d<6>: axis 2: (5 + 2*0 - 1*(6 - 1) - 1) / 6 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/nn/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const MaxPool2d<BAD_OR_GOOD(6, 5)>& layer, const Tensor<float, Shape<N, 3, 5, 5>>& x) {
  return layer(x);  // error here
}
