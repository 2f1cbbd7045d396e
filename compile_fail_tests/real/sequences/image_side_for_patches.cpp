// SPDX-License-Identifier: BSL-1.0
// 224 is the side of an image, not how many patches it has.
// Reported: kyegomez/MultiModalMamba#3
// expect: concat along axis 2: axis 1 is 224 in operand 0 and 196 in operand 1; all axes but the joined one must be equal
#include <shapeproof/ops/concat.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, BAD_OR_GOOD(224, 196), 512>>& text,
       const Tensor<float, Shape<N, 196, 512>>& patches) {
  [[maybe_unused]] auto y = concat<2>(text, patches);  // error here
}
