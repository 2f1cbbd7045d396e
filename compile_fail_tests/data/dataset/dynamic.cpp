// SPDX-License-Identifier: BSL-1.0
// What has no types for its axes has none for its batches.
// expect: dataset: part 1 is a DynamicTensor; as<Shape<N, ...>>(x) or bind gives it axes
#include <shapeproof/data/dataset.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 28, 28>>& images, const DynamicTensor<int>& labels) {
  auto train = dataset(images, GOOD(as<Shape<N>>)(labels));  // error here
}
