// SPDX-License-Identifier: BSL-1.0
// A layer is as wide as there are targets.
// Reported: SFData/StackOverflow/s63859629
// expect: sub: axis 1 is 100 on the left and 6 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<50, BAD_OR_GOOD(100, 6)>>& logits, const Tensor<float, Shape<50, 6>>& labels) {
  [[maybe_unused]] auto y = logits - labels;  // error here
}
