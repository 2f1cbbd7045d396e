// SPDX-License-Identifier: BSL-1.0
// Each row holds as many values as it has.
// expect: values: axis 1 is 3, wanted is 2
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<1, 2>> x = {{1, 2 BAD(, 3)}};  // error here
