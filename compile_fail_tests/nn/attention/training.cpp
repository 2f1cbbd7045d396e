// SPDX-License-Identifier: BSL-1.0
// What is trained fits as what is inferred does.
// expect: MultiHeadAttention<64, 4>: the last axis of the query holds 32 features, 64 are wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<64, 4, Fraction{1, 10}> attention;
Tensor<float, Shape<8, 16, BAD_OR_GOOD(32, 64)>> x;
auto f(Random& random) { return attention.training(x, random); }  // error here
