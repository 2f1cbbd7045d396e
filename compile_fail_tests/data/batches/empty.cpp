// SPDX-License-Identifier: BSL-1.0
// A batch holds something.
// expect: batches: a batch holds 0 samples; at least 1 is wanted
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images) {
  auto train = batches<BAD_OR_GOOD(0, 1)>(images, shuffle(1), drop_last);  // error here
}
