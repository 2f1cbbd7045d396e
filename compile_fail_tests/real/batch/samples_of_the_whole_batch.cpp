// SPDX-License-Identifier: BSL-1.0
// What each sample is does not hold the batch.
// Reported: SFData/StackOverflow/s47297536
// expect: as: rank 3, wanted is rank 2 of Shape<1024, 3>
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

void takes_sample(const Tensor<float, Shape<1024, 3>>&);
void f(const Tensor<float, Shape<BAD(1024, ) 1024, 3>>& sample) {
  takes_sample(sample);  // error here
}
