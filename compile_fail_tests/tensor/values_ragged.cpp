// SPDX-License-Identifier: BSL-1.0
// All rows hold the same number of values.
// expect: values: the rows given for Shape<2, 2> hold different numbers of values
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 2>> x = {{1, 2}, {3 GOOD(, 4)}};  // error here
