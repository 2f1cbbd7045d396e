// SPDX-License-Identifier: BSL-1.0
// Ids are integers.
// expect: one_hot: elements are float32, ids are integers; cast<std::int64_t>(x) makes them so
#include <shapeproof/ops/one_hot.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(float, int), Shape<4>> ids;
auto x = one_hot<10>(ids);  // error here
