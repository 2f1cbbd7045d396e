// SPDX-License-Identifier: BSL-1.0
// Averages are of neighbours.
// expect: avg_pool2d: Dilation<2> is none of its options: Kernel, Stride, Padding, Valid, CeilMode, CountIncludePad
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = avg_pool2d<2 BAD(, Dilation<2>)>(x);  // error here
