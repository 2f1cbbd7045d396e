// SPDX-License-Identifier: BSL-1.0
// 6 heads do not divide a width of 512.
// Reported: Pang-Yatian/Point-MAE#24
// expect: split: 512 elements cannot fill Shape<6, _>: 512 / 6 leaves 2
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const Tensor<float, Shape<N, T, 512>>& x) {
  [[maybe_unused]] auto y = split<2, BAD_OR_GOOD(6, 8), _>(x);  // error here
}
