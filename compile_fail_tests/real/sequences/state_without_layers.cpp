// SPDX-License-Identifier: BSL-1.0
// A state has an axis of layers in front.
// Reported: pytorch/pytorch#3925
// expect: GRU<32, 256>: the state is Shape<64, 256>, Shape<1, 64, 256> is wanted: layers and directions, batch, features
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const GRU<32, 256>& gru, const Tensor<float, Shape<64, 10, 32>>& x, const Tensor<float, Shape<64, 256>>& state) {
  [[maybe_unused]] auto y = gru.with_state(x, GOOD(unsqueeze<0>)(state));  // error here
}
