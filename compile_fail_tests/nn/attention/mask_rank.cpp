// SPDX-License-Identifier: BSL-1.0
// One mask is for all samples; a mask of places of each sample has a name.
// expect: MultiHeadAttention<64, 4>: the mask is Shape<8, 16, 16>, Shape<16, 16> is wanted; key_padding(mask) takes one for each sample
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<bool, Shape<8, 16 BAD(, 16)>> mask;
auto y = attention(x, BAD_OR_GOOD((mask), key_padding(mask)));  // error here
