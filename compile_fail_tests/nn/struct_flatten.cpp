// SPDX-License-Identifier: BSL-1.0
// The width behind the flatten of a model of one's own.
// expect: Linear<576, 120>: the last axis holds 400 features, 576 are wanted; Linear<400, 120> would fit
#include <shapeproof/nn.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
struct Net {
  BOOST_HANA_DEFINE_STRUCT(Net, (Conv2d<6, 16, 5>, conv), (Linear<BAD_OR_GOOD(576, 400), 120>, fc));
  template <class X>
  auto operator()(const X& x) const {
    return fc(flatten<1>(max_pool2d<2>(relu(conv(x)))));  // error here
  }
};
auto f(const Net& net, const Tensor<float, Shape<N, 6, 14, 14>>& x) { return net(x); }
