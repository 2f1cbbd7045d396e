// SPDX-License-Identifier: BSL-1.0
// There is a layer.
// expect: RNN<8, 32, NumLayers<0>>: 0 layers; at least 1 is wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

RNN<8, 32, NumLayers<BAD_OR_GOOD(0, 1)>> rnn;
Tensor<float, Shape<4, 10, 8>> x;
auto y = rnn(x);  // error here
