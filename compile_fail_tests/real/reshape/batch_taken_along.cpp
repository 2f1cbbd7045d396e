// SPDX-License-Identifier: BSL-1.0
// A wrong width that divides the right one makes four samples of each; their labels stay as many as they were.
// Reported: StackOverflow/UT-12 (q43285733), where it is legal
// expect: sub: axis 0 is 4*N on the left and N on the right, which are never equal
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 8, 8, 64>>& x, const Tensor<float, Shape<N>>& labels) {
  [[maybe_unused]] auto y = sum<1>(reshape<Shape<_, BAD_OR_GOOD(4 * 4, 8 * 8) * 64>>(x)) - labels;  // error here
}
