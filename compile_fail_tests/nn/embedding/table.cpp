// SPDX-License-Identifier: BSL-1.0
// A table has rows.
// expect: embedding: the table has rank 1; [count, width] is wanted
#include <shapeproof/ops/embedding.hpp>
using namespace shapeproof;

Tensor<float, Shape<100 GOOD(, 8)>> table;
Tensor<int, Shape<4>> ids;
auto y = embedding(ids, table);  // error here
