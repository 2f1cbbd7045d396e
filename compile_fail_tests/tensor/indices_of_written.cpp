// SPDX-License-Identifier: BSL-1.0
// Writing wants an index for each axis too.
// expect: index: 1 indices for rank 2 of Shape<2, 3>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

void f(Tensor<float, Shape<2, 3>>& x) {
  x(1 GOOD(, 2)) = 7;  // error here
}
