// SPDX-License-Identifier: BSL-1.0
// Where batch and time are named, they are not swapped.
// expect: LSTM<8, 32, Sequence<N, L>>: axis 0 of the input is L, the batch is N; permute<1, 0, 2>(x) would fit
#include <shapeproof/create.hpp>
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), L = axis("L");
LSTM<8, 32, Sequence<N, L>> lstm;
auto x = zeros<float, Shape<BAD(L, N) GOOD(N, L), 8>>(10, 4);
auto y = lstm(x);  // error here
