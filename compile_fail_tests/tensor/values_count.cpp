// SPDX-License-Identifier: BSL-1.0
// A vector takes as many values as it has elements.
// expect: values: axis 0 is 2, wanted is 3
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x = {1, 2 GOOD(, 3)};  // error here
