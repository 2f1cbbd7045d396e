// SPDX-License-Identifier: BSL-1.0
// The same of its rows.
// expect: MultiHeadAttention<64, 4>: axis 1 of the query is 16, axis 0 of the mask is 8; they must be equal
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<bool, Shape<BAD_OR_GOOD(8, 16), 16>> mask;
auto y = attention(x, mask);  // error here
