// SPDX-License-Identifier: BSL-1.0
// There is a head.
// expect: MultiHeadAttention<512, 0>: 0 heads; at least 1 is wanted
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<512, BAD_OR_GOOD(0, 8)> attention;  // error here
