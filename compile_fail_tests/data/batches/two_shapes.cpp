// SPDX-License-Identifier: BSL-1.0
// With keep_last, the last batch has a shape of its own: one loop cannot take both.
// expect: epoch: batches of 64 and a smaller one at the end have two shapes; for_each takes both, full() and remainder() one of them
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images, const Tensor<int, Shape<N>>& labels) {
  auto train = batches<64>(dataset(images, labels), shuffle(1), BAD_OR_GOOD(keep_last, drop_last));
  for ([[maybe_unused]] auto& [x, y] : train.epoch()) {  // error here
  }
}
