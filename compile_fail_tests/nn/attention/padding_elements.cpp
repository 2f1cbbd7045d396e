// SPDX-License-Identifier: BSL-1.0
// What is padding is a bool.
// expect: MultiHeadAttention<64, 4>: the mask holds float32; bool, true where nobody looks, is wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<BAD_OR_GOOD(float, bool), Shape<8, 16>> mask;
auto y = attention(x, key_padding(mask));  // error here
