// SPDX-License-Identifier: BSL-1.0
// A sum of rows would be divided by as if it were a row.
// Reported: triton-lang/triton#11409, where it is legal
// expect: div: rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<2, 2>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<2, 2>>& x) {
  [[maybe_unused]] auto y = x / BAD((sum<1>(x))) GOOD(broadcast_like(sum<1>(x, keep_axes), x));  // error here
}
