// SPDX-License-Identifier: BSL-1.0
// Each part holds the same samples.
// expect: dataset: axis 0 is 60000 in part 0 and 10000 in part 1; it counts the samples, which must be equally many
#include <shapeproof/data/dataset.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<60000, 28, 28>>& images, const Tensor<int, Shape<BAD_OR_GOOD(10000, 60000)>>& labels) {
  auto train = dataset(images, labels);  // error here
}
