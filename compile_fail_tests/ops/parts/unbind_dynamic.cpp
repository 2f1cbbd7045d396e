// SPDX-License-Identifier: BSL-1.0
// How many parts there are is known while compiling.
// expect: unbind: axis 0 is dyn, the number of parts must be known; unbind<0, 3>(x) says it is 3
#include <shapeproof/ops/parts.hpp>
using namespace shapeproof;

auto f(const DynamicTensor<float>& x) {
  return unbind<0 GOOD(, 3)>(x);  // error here
}
