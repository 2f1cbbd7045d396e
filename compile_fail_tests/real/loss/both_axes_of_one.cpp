// SPDX-License-Identifier: BSL-1.0
// Two tensors of 16 rows do not become 16 times 16.
// Reported: pytorch/pytorch#2529, where it is legal
// expect: add: axis 0 is 1 on the left and 16 on the right; they must be equal; NumPy would broadcast to Shape<16, 16, 32, 64, 64>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 16, 32, 64, 64>>& x, const Tensor<float, Shape<16, 1, 32, 64, 64>>& z) {
  [[maybe_unused]] auto y = GOOD(squeeze<0>)(x) + GOOD(squeeze<1>)(z);  // error here
}
