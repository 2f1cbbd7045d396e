// SPDX-License-Identifier: BSL-1.0
// A measurement of 3 numbers, predicted by the matrix of another sensor.
// Reported: udacity/CarND-Extended-Kalman-Filter-Project#71
// expect: sub: axis 0 is 3 on the left and 4 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/matmul.hpp>
using namespace shapeproof;

void f(const Tensor<double, Shape<3>>& measured, const Tensor<double, Shape<BAD_OR_GOOD(4, 3), 4>>& sensor,
       const Tensor<double, Shape<4>>& state) {
  [[maybe_unused]] auto y = measured - matmul(sensor, state);  // error here
}
