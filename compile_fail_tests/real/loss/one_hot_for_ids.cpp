// SPDX-License-Identifier: BSL-1.0
// A loss of class ids takes no one-hot rows.
// Reported: SFData/StackOverflow/s50448601
// expect: cross_entropy: the target is Shape<10, 2> of int64, class ids are wanted as Shape<10> of an integer type: argmax<1>(target)
#include <shapeproof/nn/class_loss.hpp>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<10, 2>>& scores, const Tensor<std::int64_t, Shape<10, 2>>& labels) {
  [[maybe_unused]] auto y = cross_entropy(scores, GOOD(argmax<1>)(labels));  // error here
}
