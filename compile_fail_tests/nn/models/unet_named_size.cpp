// SPDX-License-Identifier: BSL-1.0
// Of a named height nobody knows whether it is even, unless it is declared.
// expect: concat along axis 1: axis 2 is 2*(H/2) in operand 0 and H in operand 1, which cannot be shown equal: only where H%2 is 0; as<Shape<...>> checks it at run time
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), H = axis("H") GOOD(.multiple_of(2));

struct UNet {
  Conv2d<3, 8, Kernel<3>, Padding<1>> down;
  Conv2d<8, 16, Kernel<3>, Padding<1>> bottom;
  ConvTranspose2d<16, 8, Kernel<2>, Stride<2>> up;
  Conv2d<16, 8, Kernel<3>, Padding<1>> merge;

  auto operator()(const Tensor<float, Shape<N, 3, H, 12>>& x) const {
    auto a = relu(down(x));
    auto b = relu(bottom(max_pool2d<2>(a)));
    auto c = concat<1>(up(b), a);  // error here
    return relu(merge(c));
  }
};
