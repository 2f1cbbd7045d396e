// SPDX-License-Identifier: BSL-1.0
// A joint that does not fit is an error where the model's type is made.
// expect: layer 2 (Linear<100, 10>): the last axis holds 128 features, 100 are wanted; Linear<128, 10> would fit
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/sequential.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
using Net = Sequential<Shape<N, 784>, Linear<784, 128>, ReLU, Linear<BAD_OR_GOOD(100, 128), 10>>;
static_assert(sizeof(Net) > 0);  // error here
