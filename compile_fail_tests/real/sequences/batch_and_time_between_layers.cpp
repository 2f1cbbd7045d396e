// SPDX-License-Identifier: BSL-1.0
// The states of a batch of 32 do not fit 50 steps that stand in the place of the batch.
// Reported: exe1023/LSTM_LN#1
// expect: LSTM<64, 128>: the state is Shape<1, 32, 128>, Shape<1, 50, 128> is wanted: layers and directions, batch, features
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

void f(const LSTM<64, 128>& lstm, const Tensor<float, Shape<50, 32, 64>>& x,
       const Tensor<float, Shape<1, 32, 128>>& state) {
  [[maybe_unused]] auto y = lstm.with_state(GOOD((transpose<0, 1>))(x), state, state);  // error here
}
