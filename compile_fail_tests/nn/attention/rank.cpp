// SPDX-License-Identifier: BSL-1.0
// A sequence has a batch, a time and features.
// expect: MultiHeadAttention<64, 4>: the query is Shape<16, 64>; a batch (axis 0), a time (axis 1) and 64 features (axis 2) are wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<BAD(16, 64) GOOD(8, 16, 64)>> x;
auto y = attention(x);  // error here
