// SPDX-License-Identifier: BSL-1.0
// Images of double, in a network of float.
// Reported: StackOverflow/APIM-10 (q34354126)
// expect: Conv2d<3, 8, Kernel<3>>: the elements of the kernel are float32, those of the input float64; cast<float>(input) or cast<double>(kernel) makes them equal
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<BAD_OR_GOOD(double, float), Shape<N, 3, 32, 32>>& images, const Conv2d<3, 8, Kernel<3>>& conv) {
  [[maybe_unused]] auto y = max_pool2d<2>(conv(images));  // error here
}
