// SPDX-License-Identifier: BSL-1.0
// The axis of the time has the name that the layer was given.
// expect: LSTM<8, 32, Sequence<N, L>>: axis 1 of the input is H, the time is L
#include <shapeproof/create.hpp>
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), L = axis("L"), H = axis("H");
LSTM<8, 32, Sequence<N, L>> lstm;
auto x = zeros<float, Shape<N, BAD_OR_GOOD(H, L), 8>>(4, 10);
auto y = lstm(x);  // error here
