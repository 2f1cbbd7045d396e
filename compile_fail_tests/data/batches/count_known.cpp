// SPDX-License-Identifier: BSL-1.0
// An extent that is known is not given again.
// expect: batches<64>: a number is given, but the extent is known; give keep_last, drop_last or pad_last instead
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images) {
  auto train = batches<64>(images, shuffle(1), BAD_OR_GOOD(64, pad_last));  // error here
}
