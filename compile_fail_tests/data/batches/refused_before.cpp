// SPDX-License-Identifier: BSL-1.0
// Parts of a dataset count the same samples; batches of what was refused say no more.
// expect: dataset: axis 0 is 16 in part 0 and 15 in part 1; it counts the samples, which must be equally many
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<16, 3, 32, 32>>& images, const Tensor<int, Shape<BAD_OR_GOOD(15, 16)>>& labels) {
  auto train = batches<4>(dataset(images, labels), shuffle(1), keep_last);  // error here
}
