// SPDX-License-Identifier: BSL-1.0
// merge names its first axis first.
// expect: merge: the first axis, 1, stands behind the last, 0
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 4>> x;
auto y = merge<1, BAD_OR_GOOD(0, 2)>(x);  // error here
