// SPDX-License-Identifier: BSL-1.0
// A layer speaks for the attention in it.
// expect: TransformerEncoderLayer<64, 4, 128, NormFirst, gelu>: the last axis of the query holds 32 features, 64 are wanted
#include <shapeproof/nn/transformer.hpp>
using namespace shapeproof;

TransformerEncoderLayer<64, 4, 128, NormFirst, gelu> layer;
Tensor<float, Shape<8, 16, BAD_OR_GOOD(32, 64)>> x;
auto y = layer(x);  // error here
