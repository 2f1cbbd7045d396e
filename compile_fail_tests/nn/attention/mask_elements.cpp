// SPDX-License-Identifier: BSL-1.0
// A mask is of bool, or added to the scores.
// expect: MultiHeadAttention<64, 4>: the mask holds int32; bool, true where nobody looks, or float32, added to the scores, is wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<BAD_OR_GOOD(int, bool), Shape<16, 16>> mask;
auto y = attention(x, mask);  // error here
