// SPDX-License-Identifier: BSL-1.0
// Images with channels last for a kernel with channels first.
// Reported: SFData/ICSE2020/s39376169
// expect: conv2d: the input has 150 channels (axis 1), the kernel wants 3; channels last? permute<0, 3, 1, 2>
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 150, 150, 3>>& x, const Tensor<float, Shape<64, 3, 3, 3>>& kernel) {
  [[maybe_unused]] auto y = conv2d<Valid>(GOOD((permute<0, 3, 1, 2>))(x), kernel);  // error here
}
