// SPDX-License-Identifier: BSL-1.0
// Norms of rows are a column, beside which no row stands silently.
// Reported: SFData/StackOverflow/s46918759
// expect: div: rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<100, 100>: say broadcast_to<...> if that is meant
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/statistics.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<100, 100>>& x) {
  [[maybe_unused]] auto y = x / BAD(norm<1>(x)) GOOD(broadcast_like(norm<1>(x, keep_axes), x));  // error here
}
