// SPDX-License-Identifier: BSL-1.0
// A view of one image is no view of 32.
// Reported: kyegomez/LFM#10
// expect: reshape: 8388608 elements cannot fill Shape<512, 512>, which holds 262144; Shape<16384, 512> would fit
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<32, 512, 512>>& x) {
  [[maybe_unused]] auto y = reshape<Shape<GOOD(32, ) 512, 512>>(x);  // error here
}
