// SPDX-License-Identifier: BSL-1.0
// What a model of twenty layers instantiates, of which each Linear is another, with its forward.
#include <shapeproof/create.hpp>
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/sequential.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");

using Row = Sequential<Shape<N, 10>, Linear<10, 11>, ReLU, Linear<11, 12>, ReLU, Linear<12, 13>, ReLU, Linear<13, 14>,
                       ReLU, Linear<14, 15>, ReLU, Linear<15, 16>, ReLU, Linear<16, 17>, ReLU, Linear<17, 18>, ReLU,
                       Linear<18, 19>, ReLU, Linear<19, 20>, ReLU>;

auto forward(const Row& row, const Tensor<float, Shape<N, 10>>& x) { return row(x); }
