// SPDX-License-Identifier: BSL-1.0
// A batch of single numbers has neither steps nor features.
// Reported: SFData/ICSE2020/s33762831
// expect: LSTM<1, 512>: the input is Shape<N>; a batch (axis 0), a time (axis 1) and 1 features (axis 2) are wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const LSTM<1, 512>& lstm, const Tensor<float, Shape<N GOOD(, 1, 1)>>& x) {
  [[maybe_unused]] auto y = lstm(x);  // error here
}
