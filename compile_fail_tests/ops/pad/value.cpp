// SPDX-License-Identifier: BSL-1.0
// A value with a fraction does not become an integer silently.
// expect: pad: a floating-point scalar beside elements of int32 would be cut to an integer; cast<float>(tensor) first
#include <shapeproof/ops/pad.hpp>
using namespace shapeproof;

Tensor<std::int32_t, Shape<2, 3>> x;
auto y = pad<1, 1, 1>(x, BAD_OR_GOOD(0.5, 1));  // error here
