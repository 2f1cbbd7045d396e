// SPDX-License-Identifier: BSL-1.0
// The window fits the image.
// expect: unfold: axis 3: (5 + 2*0 - 2*(4 - 1) - 1) / 1 + 1 = -1; the kernel does not fit the padded input
#include <shapeproof/ops/unfold.hpp>
using namespace shapeproof;

Tensor<float, Shape<2, 3, 5, 5>> x;
auto y = unfold<1, BAD_OR_GOOD(4, 3), Dilation<2>>(x);  // error here
