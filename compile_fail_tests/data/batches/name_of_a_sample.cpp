// SPDX-License-Identifier: BSL-1.0
// Were the batch axis called as an axis of a sample, the two would have to be equally long.
// expect: batches: axis 1 of a sample of part 0 is 2*T; the axis that counts samples needs a name of its own, not T
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), B = axis("B");
void f(const Tensor<float, Shape<N, 3, 2 * T>>& tokens) {
  auto train = batches<BAD_OR_GOOD(T, B)>(tokens, shuffle(1), 64);  // error here
}
