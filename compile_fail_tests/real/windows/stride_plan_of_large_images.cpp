// SPDX-License-Identifier: BSL-1.0
// Strides planned for large images leave 4 places of small ones.
// Reported: pppLang/SKNet#15
// expect: avg_pool2d: axis 2: (4 + 2*0 - 1*(7 - 1) - 1) / 1 + 1 = -2; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 1024, BAD(4, 4) GOOD(8, 8)>>& x) {
  [[maybe_unused]] auto y = avg_pool2d<7, Stride<1>>(x);  // error here
}
