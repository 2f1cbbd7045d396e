// SPDX-License-Identifier: BSL-1.0
// What is float already is divided by 255 only where that is said.
// expect: pipeline, step 2 of 2: to_float: elements are float32 already; leave it out, or say what they are multiplied by: to_float(1.0 / 255); it receives float32
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<std::uint8_t, Shape<1, 8, 8>> x;
auto y = pipeline(to_float, BAD_OR_GOOD(to_float, to_float(1.0 / 255)))(x);  // error here
