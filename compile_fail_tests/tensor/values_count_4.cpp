// SPDX-License-Identifier: BSL-1.0
// Values in braces, four deep.
// expect: values: axis 3 is 2, wanted is 3
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 1, 1, BAD_OR_GOOD(3, 2)>> x = {{{{1, 2}}}, {{{3, 4}}}};  // error here
