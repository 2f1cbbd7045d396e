// SPDX-License-Identifier: BSL-1.0
// Images are bytes, words, float or double.
// expect: resize: elements are int64; those of images are uint8, uint16, float32 or float64
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::int64_t, float), Shape<3, 8, 8>> x;
auto y = resize<4, 4>(x);  // error here
