// SPDX-License-Identifier: BSL-1.0
// Memory is as wide as what looks at it.
// expect: TransformerDecoderLayer<64, 4, 128>: the last axis of the key holds 32 features, 64 are wanted
#include <shapeproof/nn/transformer.hpp>
using namespace shapeproof;

TransformerDecoderLayer<64, 4, 128> layer;
Tensor<float, Shape<8, 16, 64>> x;
Tensor<float, Shape<8, 20, BAD_OR_GOOD(32, 64)>> memory;
auto y = layer(x, memory);  // error here
