// SPDX-License-Identifier: BSL-1.0
// 12 heads do not divide a width of 128.
// Reported: Project-MONAI/GenerativeModels#359
// expect: MultiHeadAttention<128, 12>: 12 heads do not divide a width of 128; 8 or 16 would
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

MultiHeadAttention<128, BAD_OR_GOOD(12, 8)> attention;  // error here
