// SPDX-License-Identifier: BSL-1.0
// Ids are integers.
// expect: embedding: the ids are float32, int32 or int64 are wanted: cast<std::int64_t>(ids)
#include <shapeproof/ops/embedding.hpp>
using namespace shapeproof;

Tensor<float, Shape<100, 8>> table;
Tensor<BAD_OR_GOOD(float, int), Shape<4>> ids;
auto y = embedding(ids, table);  // error here
