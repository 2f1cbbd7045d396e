// SPDX-License-Identifier: BSL-1.0
// A length for each sample, where one for all was given.
// Reported: SFData/StackOverflow/s39009808
// expect: as: rank 0, wanted is rank 1 of Shape<N>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");
void run(const Tensor<float, Shape<N, T, 64>>& x, const Tensor<std::int64_t, Shape<N>>& lengths);
void f(const Tensor<float, Shape<N, T, 64>>& x, const Tensor<std::int64_t, Shape<GOOD(N)>>& lengths) {
  run(x, lengths);  // error here
}
