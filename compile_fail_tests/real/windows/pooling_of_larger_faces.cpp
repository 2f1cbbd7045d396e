// SPDX-License-Identifier: BSL-1.0
// The last pooling of a network for 299 places, on faces of 224.
// Reported: tamerthamoqa/facenet-pytorch-glint360k#6
// expect: avg_pool2d: axis 2: (5 + 2*0 - 1*(8 - 1) - 1) / 8 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 1536, 5, 5>>& x) {
  [[maybe_unused]] auto y = avg_pool2d<BAD_OR_GOOD(8, 5)>(x);  // error here
}
