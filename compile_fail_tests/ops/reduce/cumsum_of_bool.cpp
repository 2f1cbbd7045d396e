// SPDX-License-Identifier: BSL-1.0
// bool is no number.
// expect: cumsum: elements are bool; cast<std::int64_t>(x) makes numbers of them
#include <shapeproof/ops/scan.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<3>> x;
auto y = cumsum<0>(x);  // error here
