// SPDX-License-Identifier: BSL-1.0
// What is padding is said of each key of each sample.
// expect: MultiHeadAttention<64, 4>: axis 1 of the key is 16, axis 1 of the key padding is 8; they must be equal
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<bool, Shape<8, BAD_OR_GOOD(8, 16)>> mask;
auto y = attention(x, key_padding(mask));  // error here
