// SPDX-License-Identifier: BSL-1.0
// Parameters are float, and what meets them is too.
// expect: MultiHeadAttention<64, 4>: the query holds float64, the parameters float32; cast<float>(query) makes them equal
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4> attention;
Tensor<BAD_OR_GOOD(double, float), Shape<8, 16, 64>> x;
auto y = attention(x);  // error here
