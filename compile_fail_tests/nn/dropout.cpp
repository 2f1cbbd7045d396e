// SPDX-License-Identifier: BSL-1.0
// Something is kept.
// expect: Dropout: a probability is at least 0 and below 1
#include <shapeproof/nn/shape_layers.hpp>
using namespace shapeproof;

Dropout<Fraction{BAD_OR_GOOD(2, 1), 2}> dropout;  // error here
