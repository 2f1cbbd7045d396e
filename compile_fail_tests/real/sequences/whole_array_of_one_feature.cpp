// SPDX-License-Identifier: BSL-1.0
// The shape of a sample of 7 steps and one feature does not hold the 100 samples.
// Reported: SFData/StackOverflow/s60711423
// expect: LSTM<1, 64>: the input is Shape<N, 100, 7, 1>; a batch (axis 0), a time (axis 1) and 1 features (axis 2) are wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const LSTM<1, 64>& lstm, const Tensor<float, Shape<N, BAD(100, ) 7, 1>>& x) {
  [[maybe_unused]] auto y = lstm(x);  // error here
}
