// SPDX-License-Identifier: BSL-1.0
// A refused bind is one error, also where its result is unpacked.
// expect: bind: axis 0 of argument 1 is 15, wanted is N; N = 16 from axis 0 of argument 0
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<16, 3>> x;
Tensor<float, Shape<BAD_OR_GOOD(15, 16)>> y;
void f() {
  auto [images, labels] = bind<Shape<N, 3>, Shape<N>>(x, y);  // error here
  (void)images;
  (void)labels;
}
