// SPDX-License-Identifier: BSL-1.0
// A length for each sequence, not for each step.
// expect: LSTM<8, 32>: the lengths are Shape<10>, Shape<4> is wanted: one for each sequence of the batch
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

LSTM<8, 32> lstm;
Tensor<float, Shape<4, 10, 8>> x;
Tensor<std::int64_t, Shape<BAD_OR_GOOD(10, 4)>> lengths;
auto all = lstm.packed(x, lengths);  // error here
