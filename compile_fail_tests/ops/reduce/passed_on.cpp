// SPDX-License-Identifier: BSL-1.0
// A refused reduction is one error, also where its result is used.
// expect: sum: there is no axis 2 in rank 2; axes are -2 to 1
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/softmax.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = softmax<1>(mean<0>(sum<BAD_OR_GOOD(2, 1)>(x, keep_axes), keep_axes));  // error here
