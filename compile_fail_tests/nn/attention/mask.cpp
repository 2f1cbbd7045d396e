// SPDX-License-Identifier: BSL-1.0
// A mask has a row for each place of the query and a column for each of the key.
// expect: MultiHeadAttention<64, 4>: axis 1 of the key is 16, axis 1 of the mask is 8; they must be equal
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<bool, Shape<16, BAD_OR_GOOD(8, 16)>> mask;
auto y = attention(x, mask);  // error here
