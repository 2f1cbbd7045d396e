// SPDX-License-Identifier: BSL-1.0
// An axis of extent 0 has no largest element.
// expect: max: axis 1 is 0; max of no elements is not defined
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(0, 3)>> x;
auto y = max<1>(x);  // error here
