// SPDX-License-Identifier: BSL-1.0
// A model that has one for a member is no second error.
// expect: layer 0 (Linear<700, 128>): the last axis holds 784 features, 700 are wanted; Linear<784, 128> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/sequential.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
using Net = Sequential<Shape<N, 784>, Linear<BAD_OR_GOOD(700, 784), 128>, ReLU, Linear<128, 10>>;
auto f(const Tensor<float, Shape<N, 784>>& x) { return Net()(x); }  // error here
