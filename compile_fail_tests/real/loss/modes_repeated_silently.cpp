// SPDX-License-Identifier: BSL-1.0
// One target for 80 modes has to be said.
// Reported: hustvl/DiffusionDriveV2#29, where it is legal
// expect: sub: axis 1 is 80 on the left and 1 on the right; they must be equal; NumPy would broadcast to Shape<64, 80, 8, 3>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<64, 80, 8, 3>>& modes, const Tensor<float, Shape<64, 1, 8, 3>>& target) {
  [[maybe_unused]] auto y = modes - BAD(target) GOOD(broadcast_like(target, modes));  // error here
}
