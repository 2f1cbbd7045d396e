// SPDX-License-Identifier: BSL-1.0
// Parameters are float, and what meets them is too.
// expect: RNN<8, 32>: the input holds float64, the parameters float32; cast<float>(input) makes them equal
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

RNN<8, 32> rnn;
Tensor<BAD_OR_GOOD(double, float), Shape<4, 10, 8>> x;
auto y = rnn(x);  // error here
