// SPDX-License-Identifier: BSL-1.0
// The activation functions but relu want fractions, also of a DynamicTensor.
// expect: gelu: elements are int32; cast<float>(x) gives them fractions
#include <shapeproof/ops/activation.hpp>
using namespace shapeproof;

DynamicTensor<BAD_OR_GOOD(int, half)> x;
auto y = gelu(x);  // error here
