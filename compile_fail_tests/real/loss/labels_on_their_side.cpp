// SPDX-License-Identifier: BSL-1.0
// Labels lie on their side.
// Reported: StackOverflow/UT-9 (q40574552)
// expect: binary_cross_entropy_with_logits: axis 0 of the prediction is 500, of the target it is 1; they must be equal
#include <shapeproof/nn/probability_loss.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<500, BAD_OR_GOOD(2, 1)>>& logits, const Tensor<float, Shape<1, 500>>& labels) {
  [[maybe_unused]] auto y = binary_cross_entropy_with_logits(logits, GOOD((transpose<0, 1>))(labels));  // error here
}
