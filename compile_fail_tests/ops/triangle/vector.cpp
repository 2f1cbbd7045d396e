// SPDX-License-Identifier: BSL-1.0
// A diagonal has a row and a column.
// expect: tril: Shape<3> has rank 1, wanted is rank 2 or more; the diagonal is that of the last two axes
#include <shapeproof/ops/triangle.hpp>
using namespace shapeproof;

Tensor<float, Shape<3 GOOD(, 3)>> x;
auto y = tril(x);  // error here
