// SPDX-License-Identifier: BSL-1.0
// No default hides the samples that are left over.
// expect: batches<64>: the samples that are left over after the last full batch are not spoken of; say batches<64>(data, shuffle(seed), keep_last) for a smaller batch of a shape of its own, drop_last or pad_last
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 3, 32, 32>>& images) {
  auto train = batches<64>(images, shuffle(1) GOOD(, keep_last));  // error here
}
