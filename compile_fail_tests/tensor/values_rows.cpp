// SPDX-License-Identifier: BSL-1.0
// A matrix takes as many rows as it has.
// expect: values: axis 0 is 3, wanted is 2
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 2>> x = {{1, 2}, {3, 4} BAD(, {5, 6})};  // error here
