// SPDX-License-Identifier: BSL-1.0
// What a model is called with fits its first layer.
// expect: layer 0 (Conv2d<3, 6, 5>): the input has 4 channels (axis 1), the kernel wants 3; Conv2d<4, 6, 5> would fit
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
const auto net = sequential<Shape<N, 3, 32, 32>>(conv2d<6, 5>, relu);
auto y = net(Tensor<float, Shape<2, BAD_OR_GOOD(4, 3), 32, 32>>());  // error here
