// SPDX-License-Identifier: BSL-1.0
// What stands in for a matrix has its rank.
// Reported: Github/UT-2 tensorflow/models lfads
// expect: where (x, y): rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<4, 4>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/where.hpp>
using namespace shapeproof;

void f(const Tensor<bool, Shape<4, 4>>& is_known, const Tensor<float, Shape<4, 4>>& x,
       const Tensor<float, Shape<BAD(1) GOOD(4, 4)>>& otherwise) {
  [[maybe_unused]] auto y = where(is_known, x, otherwise);  // error here
}
