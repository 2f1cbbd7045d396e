// SPDX-License-Identifier: BSL-1.0
// The variance of integers has a fraction.
// expect: stddev: elements are uint8; cast<float>(x) gives them fractions
#include <shapeproof/ops/statistics.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::uint8_t, float), Shape<3>> x;
auto y = stddev(x);  // error here
