// SPDX-License-Identifier: BSL-1.0
// Element types are known at compile time, also of tensors whose shape is not.
// expect: add: a floating-point scalar beside elements of int64 would be cut to an integer; cast<float>(tensor) first
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

DynamicTensor<BAD_OR_GOOD(std::int64_t, float)> x;
auto z = x + 0.5f;  // error here
