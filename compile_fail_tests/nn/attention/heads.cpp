// SPDX-License-Identifier: BSL-1.0
// Each head takes an equal part of the width.
// expect: MultiHeadAttention<512, 12>: 12 heads do not divide a width of 512; 8 or 16 would
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<512, BAD_OR_GOOD(12, 8)> attention;  // error here
