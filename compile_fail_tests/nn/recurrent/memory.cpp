// SPDX-License-Identifier: BSL-1.0
// A memory for each of them.
// expect: LSTM<8, 32>: the memory is Shape<1, 4, 16>, Shape<1, 4, 32> is wanted: layers and directions, batch, features
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

LSTM<8, 32> lstm;
Tensor<float, Shape<4, 10, 8>> x;
Tensor<float, Shape<1, 4, 32>> state;
Tensor<float, Shape<1, 4, BAD_OR_GOOD(16, 32)>> memory;
auto all = lstm.with_state(x, state, memory);  // error here
