// SPDX-License-Identifier: BSL-1.0
// A name has one declaration across all tensors.
// expect: bind: axis 0 of argument 1 has a name that argument 0 declares otherwise; declare it once
#include <shapeproof/bind.hpp>
using namespace shapeproof;

inline constexpr auto T = axis("T"), Long = axis("T").at_least(2);
Tensor<float, Shape<16, 3>> images;
Tensor<float, Shape<16>> labels;
auto both = bind<Shape<Long, 3>, Shape<BAD_OR_GOOD(T, Long)>>(images, labels);  // error here
