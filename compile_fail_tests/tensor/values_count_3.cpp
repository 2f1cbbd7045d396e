// SPDX-License-Identifier: BSL-1.0
// Values in braces, three deep.
// expect: values: axis 1 is 1, wanted is 2
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, BAD_OR_GOOD(2, 1), 2>> x = {{{1, 2}}, {{3, 4}}};  // error here
