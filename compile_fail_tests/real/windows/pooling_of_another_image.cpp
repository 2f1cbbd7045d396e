// SPDX-License-Identifier: BSL-1.0
// The pooling of a network for large images, on small ones.
// Reported: KaihuaTang/Long-Tailed-Recognition.pytorch#29
// expect: avg_pool2d: axis 2: (1 + 2*0 - 1*(7 - 1) - 1) / 7 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 2048, 1, 1>>& x) {
  [[maybe_unused]] auto y = avg_pool2d<BAD_OR_GOOD(7, 1)>(x);  // error here
}
