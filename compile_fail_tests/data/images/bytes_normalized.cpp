// SPDX-License-Identifier: BSL-1.0
// Bytes have no fractions.
// expect: pipeline, step 2 of 2: normalize: elements are uint8; to_float before it gives them fractions; it receives uint8
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<1, 8, 8>> x;
auto y = pipeline(BAD_OR_GOOD(horizontal_flip, to_float), normalize({0.5}, {0.2}))(x);  // error here
