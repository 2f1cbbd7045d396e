// SPDX-License-Identifier: BSL-1.0
// A state for each layer and direction.
// expect: LSTM<8, 32, Bidirectional>: the state is Shape<1, 4, 32>, Shape<2, 4, 32> is wanted: layers and directions, batch, features
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

LSTM<8, 32, Bidirectional> lstm;
Tensor<float, Shape<4, 10, 8>> x;
Tensor<float, Shape<BAD_OR_GOOD(1, 2), 4, 32>> state;
auto all = lstm.with_state(x, state, state);  // error here
