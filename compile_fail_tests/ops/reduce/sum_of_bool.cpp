// SPDX-License-Identifier: BSL-1.0
// bool is no number.
// expect: sum: elements are bool; cast<std::int64_t>(x) makes numbers of them
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(bool, int), Shape<3>> x;
auto y = sum(x);  // error here
