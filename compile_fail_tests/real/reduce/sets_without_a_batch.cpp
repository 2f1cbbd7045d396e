// SPDX-License-Identifier: BSL-1.0
// Each row is a set: two vectors are rows only once they have a batch axis.
// Reported: SFData/StackOverflow/s57917398
// expect: einsum "ni,nj->nij": the left operand has rank 1, "ni" is for 2 axes
#include <shapeproof/ops/einsum.hpp>
#include <shapeproof/ops/squeeze.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<3>>& a, const Tensor<float, Shape<3>>& b) {
  [[maybe_unused]] auto pairs = einsum<"ni,nj->nij">(BAD(a, b) GOOD(unsqueeze<0>(a), unsqueeze<0>(b)));  // error here
}
