// SPDX-License-Identifier: BSL-1.0
// The shape of a sample does not hold how many there are.
// Reported: SFData/StackOverflow/s48951409
// expect: LSTM<32, 64>: the input is Shape<N, 100, 10, 32>; a batch (axis 0), a time (axis 1) and 32 features (axis 2) are wanted
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const LSTM<32, 64>& lstm, const Tensor<float, Shape<N, BAD(100, ) 10, 32>>& x) {
  [[maybe_unused]] auto y = lstm(x);  // error here
}
