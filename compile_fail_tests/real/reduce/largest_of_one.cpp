// SPDX-License-Identifier: BSL-1.0
// The largest of one number is always the first.
// Reported: StackOverflow/UT-13 (q42191656), where it is legal
// expect: argmax: axis 1 is 1; the answer would always be 0
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<4, BAD_OR_GOOD(1, 2)>>& scores) {
  [[maybe_unused]] auto y = argmax<1>(scores);  // error here
}
