// SPDX-License-Identifier: BSL-1.0
// A second layer takes all steps of the first, not its last one.
// Reported: SFData/ICSE2020/s40331510
// expect: LSTM<100, 100>: the input is Shape<N, 100>; a batch (axis 0), a time (axis 1) and 100 features (axis 2) are wanted
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/ops/slice.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void f(const LSTM<32, 100>& first, const LSTM<100, 100>& second, const Tensor<float, Shape<N, T, 32>>& x) {
  [[maybe_unused]] auto y = second(BAD((select<1, -1>))(first(x)));  // error here
}
