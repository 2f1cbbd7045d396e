// SPDX-License-Identifier: BSL-1.0
// What no number of a name can give is refused while compiling.
// expect: gather: axis 0 of the index is N+1, of the operand it is N; the index must not be longer
#include <shapeproof/ops/index.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto f(const Tensor<float, Shape<N, 3>>& x, const Tensor<int, Shape<N BAD(+1), 5>>& index) {
  return gather<1>(x, index);  // error here
}
