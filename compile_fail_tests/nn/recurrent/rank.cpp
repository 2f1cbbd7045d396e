// SPDX-License-Identifier: BSL-1.0
// A sequence has a batch, a time and features.
// expect: RNN<8, 32>: the input is Shape<10, 8>; a batch (axis 0), a time (axis 1) and 8 features (axis 2) are wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

RNN<8, 32> rnn;
Tensor<float, Shape<BAD(10, 8) GOOD(4, 10, 8)>> x;
auto y = rnn(x);  // error here
