// SPDX-License-Identifier: BSL-1.0
// What a function takes is converted as a variable is.
// expect: as: axis 1 is 4, wanted is 3
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void takes_images(const Tensor<float, Shape<N, 3>>&);
void f(const Tensor<float, Shape<16, BAD_OR_GOOD(4, 3)>>& x) {
  takes_images(x);  // error here
}
