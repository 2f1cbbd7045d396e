// SPDX-License-Identifier: BSL-1.0
// A cell for inputs of 1 does not take what a layer of 512 makes.
// Reported: SFData/StackOverflow/s44615147
// expect: LSTM<1, 512>: the last axis of the input holds 512 features, 1 are wanted; LSTM<512, 512> would fit
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const LSTM<1, 512>& first, const LSTM<BAD_OR_GOOD(1, 512), 512>& second,
       const Tensor<float, Shape<N, T, 1>>& x) {
  [[maybe_unused]] auto y = second(first(x));  // error here
}
