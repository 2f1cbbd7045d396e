// SPDX-License-Identifier: BSL-1.0
// A value with a fraction needs elements that have one.
// expect: full_like: a floating-point scalar beside elements of int32 would be cut to an integer; cast<float>(tensor) first
#include <shapeproof/create.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(int, float), Shape<4>> x;
auto y = full_like(x, 0.5f);  // error here
