// SPDX-License-Identifier: BSL-1.0
// What was halved and doubled is not as long as it was.
// Reported: AliaksandrSiarohin/first-order-model#50
// expect: concat along axis 1: axis 2 is 25 in operand 0 and 24 in operand 1; all axes but the joined one must be equal
#include <shapeproof/ops/concat.hpp>
#include <shapeproof/ops/interpolate.hpp>
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 8, BAD_OR_GOOD(25, 24), 24>>& x) {
  [[maybe_unused]] auto y = concat<1>(x, interpolate<ScaleFactor<2>>(max_pool2d<2>(x)));  // error here
}
