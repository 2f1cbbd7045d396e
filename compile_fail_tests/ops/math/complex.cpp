// SPDX-License-Identifier: BSL-1.0
// There is no erf of complex numbers.
// expect: erf: elements are complex64, complex numbers; real ones are wanted
#include <complex>

#include <shapeproof/ops/math.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(std::complex<float>, float), Shape<3>> x;
auto y = erf(x);  // error here
