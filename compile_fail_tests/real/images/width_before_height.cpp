// SPDX-License-Identifier: BSL-1.0
// A size of width and height, where height and width are wanted.
// Reported: NVIDIA/retinanet-examples#55, where it is legal
// expect: sub: axis 2 is 640 on the left and 480 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/interpolate.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 3, 600, 800>>& x, const Tensor<float, Shape<1, 3, 480, 640>>& y) {
  [[maybe_unused]] auto z = interpolate<Output<BAD(640, 480) GOOD(480, 640)>>(x) - y;  // error here
}
