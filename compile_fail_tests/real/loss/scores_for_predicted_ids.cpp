// SPDX-License-Identifier: BSL-1.0
// What is compared with class ids are ids, not scores of each class.
// Reported: SFData/StackOverflow/s50274999
// expect: confusion_matrix: the predicted ids are float32, integers are wanted; argmax<1>(scores) makes ids of scores
#include <shapeproof/nn/metrics.hpp>
#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<2048, 2>>& scores, const Tensor<std::int64_t, Shape<2048>>& ids) {
  [[maybe_unused]] auto y = confusion_matrix<2>(GOOD(argmax<1>)(scores), ids);  // error here
}
