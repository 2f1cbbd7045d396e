// SPDX-License-Identifier: BSL-1.0
// Complex numbers have no order.
// expect: max: elements are complex64; real numbers are wanted
#include <complex>

#include <shapeproof/ops/reduce.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::complex<float>, float), Shape<3>> x;
auto y = max(x);  // error here
