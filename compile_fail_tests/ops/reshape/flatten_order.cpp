// SPDX-License-Identifier: BSL-1.0
// flatten names its first axis first.
// expect: flatten: the first axis, 2, stands behind the last, 1
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = flatten<2, BAD_OR_GOOD(1, 2)>(x);  // error here
