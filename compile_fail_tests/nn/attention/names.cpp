// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all operands.
// expect: MultiHeadAttention<64, 4>: axis 1 of the key is L(20), but the query says otherwise; a name holds one number
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

constexpr auto L = axis("L");
MultiHeadAttention<64, 4> attention;
Tensor<float, Shape<8, L(16), 64>> x;
Tensor<float, Shape<8, L(BAD_OR_GOOD(20, 16)), 64>> keys;
auto y = attention(x, keys, keys);  // error here
