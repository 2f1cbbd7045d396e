// SPDX-License-Identifier: BSL-1.0
// Nothing is left of a length of 1.
// Reported: pytorch/pytorch#4986
// expect: max_pool1d: axis 2: (1 + 2*0 - 1*(2 - 1) - 1) / 2 + 1 = 0; the kernel does not fit the padded input
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 1, 1>>& x) {
  [[maybe_unused]] auto y = max_pool1d<BAD_OR_GOOD(2, 1)>(x);  // error here
}
