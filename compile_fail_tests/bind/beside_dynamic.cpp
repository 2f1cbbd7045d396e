// SPDX-License-Identifier: BSL-1.0
// What is known at compile time is refused there, beside tensors that are not.
// expect: bind: axis 0 is 16, wanted is 15
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
DynamicTensor<float> images;
Tensor<float, Shape<16>> labels;
auto f() {
  return bind<Shape<N, 3>, Shape<BAD_OR_GOOD(15, 16)>>(images, labels);  // error here
}
