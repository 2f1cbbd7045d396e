// SPDX-License-Identifier: BSL-1.0
// A column beside a row would be a matrix of differences.
// Reported: StackOverflow/UT-15 (q38447935), where it is legal
// expect: sub: rank 1 on the left and 2 on the right; NumPy would broadcast to Shape<3, 3>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<3>>& target, const Tensor<float, Shape<3, 1>>& prediction) {
  [[maybe_unused]] auto y = target - GOOD(squeeze<1>)(prediction);  // error here
}
