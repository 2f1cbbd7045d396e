// SPDX-License-Identifier: BSL-1.0
// One name holds one number across all tensors.
// expect: bind: axis 0 of argument 1 is 15, wanted is N; N = 16 from axis 0 of argument 0
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<16, 3>> images;
Tensor<float, Shape<BAD_OR_GOOD(15, 16)>> labels;
auto both = bind<Shape<N, 3>, Shape<N>>(images, labels);  // error here
