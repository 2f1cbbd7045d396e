// SPDX-License-Identifier: BSL-1.0
// Features are as many as the layer takes.
// expect: GRU<16, 32>: the last axis of the input holds 8 features, 16 are wanted; GRU<8, 32> would fit
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

GRU<BAD_OR_GOOD(16, 8), 32> gru;
Tensor<float, Shape<4, 10, 8>> x;
auto y = gru(x);  // error here
