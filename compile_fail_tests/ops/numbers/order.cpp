// SPDX-License-Identifier: BSL-1.0
// Complex numbers have no order.
// expect: maximum: elements are complex128, complex numbers; real ones are wanted
#include <complex>

#include <shapeproof/ops/numbers.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::complex<double>, double), Shape<3>> x;
auto y = maximum(x, x);  // error here
