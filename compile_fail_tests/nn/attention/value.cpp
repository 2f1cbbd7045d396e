// SPDX-License-Identifier: BSL-1.0
// A value for each key.
// expect: MultiHeadAttention<64, 4>: axis 1 of the key is 20, axis 1 of the value is 21; they must be equal
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<float, Shape<8, 20, 64>> key;
Tensor<float, Shape<8, BAD_OR_GOOD(21, 20), 64>> value;
auto y = attention(x, key, value);  // error here
