// SPDX-License-Identifier: BSL-1.0
// A target without its channel axis would meet every image of the batch.
// Reported: jiwei0921/CoNet#3, where it is legal
// expect: sub: rank 4 on the left and 3 on the right; NumPy would broadcast to Shape<2, 2, 256, 256>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<2, 1, 256, 256>>& prediction, const Tensor<float, Shape<2, 256, 256>>& target) {
  [[maybe_unused]] auto y = prediction - GOOD(unsqueeze<1>)(target);  // error here
}
