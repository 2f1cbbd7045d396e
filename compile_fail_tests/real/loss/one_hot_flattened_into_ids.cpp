// SPDX-License-Identifier: BSL-1.0
// Flat one-hot rows are no class ids.
// Reported: deepset-ai/FARM#100
// expect: eq: axis 0 is 8 on the left and 32 on the right; they must be equal
#include <shapeproof/ops/compare.hpp>
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<8, 4>>& logits, const Tensor<std::int64_t, Shape<8, 4>>& labels) {
  [[maybe_unused]] auto y = eq(argmax<1>(logits), BAD_OR_GOOD(flatten, argmax<1>)(labels));  // error here
}
