// SPDX-License-Identifier: BSL-1.0
// Lengths are counts.
// expect: LSTM<8, 32>: the lengths hold float32, int64 is wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

LSTM<8, 32> lstm;
Tensor<float, Shape<4, 10, 8>> x;
Tensor<BAD_OR_GOOD(float, std::int64_t), Shape<4>> lengths;
auto all = lstm.packed(x, lengths);  // error here
