// SPDX-License-Identifier: BSL-1.0
// A number is not one of several samples.
// expect: dataset: part 1 has rank 0; axis 0 of each part counts the samples
#include <shapeproof/data/dataset.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 28, 28>>& images, const Tensor<int, Shape<GOOD(N)>>& labels) {
  auto train = dataset(images, labels);  // error here
}
