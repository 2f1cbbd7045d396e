// SPDX-License-Identifier: BSL-1.0
// Each tensor has the rank that is wanted of it.
// expect: bind: rank 2, wanted is rank 1 of Shape<N>
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<16, 3>> images;
Tensor<float, Shape<16 BAD(, 1)>> labels;
auto both = bind<Shape<N, 3>, Shape<N>>(images, labels);  // error here
