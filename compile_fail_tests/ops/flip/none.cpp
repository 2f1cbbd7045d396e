// SPDX-License-Identifier: BSL-1.0
// What is turned round is named.
// expect: flip: no axis is named; flip<0> turns the first one round
#include <shapeproof/ops/flip.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3>> x;
auto y = flip<GOOD(0)>(x);  // error here
