// SPDX-License-Identifier: BSL-1.0
// Each tensor must be what is wanted of it.
// expect: bind: axis 1 is 4, wanted is 3
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<16, BAD_OR_GOOD(4, 3)>> images;
Tensor<float, Shape<16>> labels;
auto both = bind<Shape<N, 3>, Shape<N>>(images, labels);  // error here
