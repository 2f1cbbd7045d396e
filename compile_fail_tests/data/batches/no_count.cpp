// SPDX-License-Identifier: BSL-1.0
// A name does not say how many samples a batch holds.
// expect: batches<B>: how many samples a batch holds is not said; batches<B>(data, shuffle(seed), 64) says it
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), B = axis("B");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images) {
  auto train = batches<B>(images, shuffle(1), BAD_OR_GOOD(drop_last, 64));  // error here
}
