// SPDX-License-Identifier: BSL-1.0
// Logits over a vocabulary are no hidden states.
// Reported: michael-wzhu/PromptCBLUE#11
// expect: add: axis 2 is 130528 on the left and 4096 on the right; they must be equal
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const Tensor<float, Shape<N, T, BAD_OR_GOOD(130528, 4096)>>& logits,
       const Tensor<float, Shape<N, T, 4096>>& states) {
  [[maybe_unused]] auto y = logits + states;  // error here
}
