// SPDX-License-Identifier: BSL-1.0
// Padding is told for each sample.
// expect: MultiHeadAttention<64, 4>: the key padding is Shape<16>, Shape<8, 16> is wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<bool, Shape<GOOD(8, ) 16>> mask;
auto y = attention(x, key_padding(mask));  // error here
