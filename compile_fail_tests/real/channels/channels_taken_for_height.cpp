// SPDX-License-Identifier: BSL-1.0
// Three channels that stand where the height should be are pooled away.
// Reported: SFData/ICSE2020/s39815518
// expect: max_pool2d: axis 2: (1 + 2*0 - 1*(2 - 1) - 1) / 2 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 3, 224, 224>>& images,
       const Tensor<float, Shape<64, BAD_OR_GOOD(224, 3), 3, 3>>& kernel) {
  auto features = conv2d<Valid>(BAD((permute<0, 3, 1, 2>))(images), kernel);
  [[maybe_unused]] auto y = max_pool2d<2>(features);  // error here
}
