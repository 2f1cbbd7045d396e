// SPDX-License-Identifier: BSL-1.0
// 12 heads do not divide a width of 1024.
// Reported: open-mmlab/mmaction2#1271
// expect: MultiHeadAttention<1024, 12>: 12 heads do not divide a width of 1024; 8 or 16 would
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<1024, BAD_OR_GOOD(12, 16)> attention;  // error here
