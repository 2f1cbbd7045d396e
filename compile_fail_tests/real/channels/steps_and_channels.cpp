// SPDX-License-Identifier: BSL-1.0
// A line of 101 steps and one channel, not of 101 channels and one step.
// Reported: SFData/ICSE2020/s38656566
// expect: conv1d: axis 2: (1 + 2*0 - 1*(10 - 1) - 1) / 1 + 1 = -8; the kernel does not fit the padded input
#include <shapeproof/ops/conv.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD(101, 1) GOOD(1, 101)>>& x,
       const Tensor<float, Shape<8, BAD_OR_GOOD(101, 1), 10>>& kernel) {
  [[maybe_unused]] auto y = conv1d<Valid>(x, kernel);  // error here
}
