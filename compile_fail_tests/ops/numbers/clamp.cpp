// SPDX-License-Identifier: BSL-1.0
// A bound with a fraction would be cut.
// expect: clamp: a floating-point scalar beside elements of int32 would be cut to an integer; cast<float>(tensor) first
#include <shapeproof/ops/numbers.hpp>
using namespace shapeproof;

Tensor<int, Shape<3>> x;
auto y = clamp(x, 0, BAD_OR_GOOD(0.5, 1));  // error here
