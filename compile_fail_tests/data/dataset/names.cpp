// SPDX-License-Identifier: BSL-1.0
// Axes of other names do not count the same.
// expect: dataset: axis 0 is N in part 0 and M in part 1; their names must be equal
#include <shapeproof/data/dataset.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");
void f(const Tensor<float, Shape<N, 28, 28>>& images, const Tensor<int, Shape<BAD_OR_GOOD(M, N)>>& labels) {
  auto train = dataset(images, labels);  // error here
}
