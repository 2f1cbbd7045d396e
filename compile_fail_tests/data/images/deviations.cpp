// SPDX-License-Identifier: BSL-1.0
// A deviation for each mean.
// expect: normalize: 3 means and 1 standard deviations; one of each is wanted for each channel
#include <shapeproof/data/images.hpp>
using namespace shapeproof;

Tensor<float, Shape<3, 8, 8>> x;
auto y = normalize({0.5, 0.5, 0.5}, {0.2 GOOD(, 0.2, 0.2)})(x);  // error here
