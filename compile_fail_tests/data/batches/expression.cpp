// SPDX-License-Identifier: BSL-1.0
// The batch axis is a number or has a name of its own.
// expect: batches: 2*B is no extent of a batch; a number, an axis of its own or dyn is
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), B = axis("B");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images) {
  auto train = batches<BAD_OR_GOOD(2 * B, B)>(images, shuffle(1), 64);  // error here
}
