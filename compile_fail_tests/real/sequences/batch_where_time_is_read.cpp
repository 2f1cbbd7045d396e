// SPDX-License-Identifier: BSL-1.0
// A layer that reads time first, and data with the batch in front.
// Reported: aipixel/AEMatter#3, where it is legal
// expect: LSTM<64, 64, Sequence<N, T>>: axis 0 of the input is T, the batch is N; permute<1, 0, 2>(x) would fit
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const LSTM<64, 64, Sequence<N, T>>& lstm, const Tensor<float, Shape<T, N, 64>>& x) {
  [[maybe_unused]] auto y = lstm(GOOD((transpose<0, 1>))(x));  // error here
}
