// SPDX-License-Identifier: BSL-1.0
// A name holds one number in all parts.
// expect: dataset: axis 1 of operand 1 is N(28), but an operand before it says otherwise; a name holds one number
#include <shapeproof/data/dataset.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N(16), 28>>& images, const Tensor<int, Shape<16, N(BAD_OR_GOOD(28, 16))>>& labels) {
  auto train = dataset(images, labels);  // error here
}
