// SPDX-License-Identifier: BSL-1.0
// A complex number is no real one, in tensors of any shape.
// expect: cast: complex128 elements do not become int32; say which part is meant
#include <complex>
#include <shapeproof/ops/cast.hpp>
using namespace shapeproof;

DynamicTensor<std::complex<double>> x;
auto y = cast<BAD_OR_GOOD(std::int32_t, std::complex<float>)>(x);  // error here
