// SPDX-License-Identifier: BSL-1.0
// What is refused can be bound to names without a second error.
// expect: split_with_sizes: axis 1 is 3, the sizes add up to 4; one of them may be _
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<2, 3>>& x) {
  [[maybe_unused]] auto [a, b] = split_with_sizes<1, 1, BAD_OR_GOOD(3, 2)>(x);  // error here
}
