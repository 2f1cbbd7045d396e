// SPDX-License-Identifier: BSL-1.0
// A complex number is no real one.
// expect: cast: complex64 elements do not become float32; say which part is meant
#include <complex>
#include <shapeproof/ops/cast.hpp>
using namespace shapeproof;

Tensor<std::complex<float>, Shape<3>> x;
auto y = cast<BAD_OR_GOOD(float, std::complex<double>)>(x);  // error here
