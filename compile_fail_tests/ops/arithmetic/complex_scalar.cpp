// SPDX-License-Identifier: BSL-1.0
// A complex scalar does not go into real elements.
// expect: mul: a complex scalar beside elements of float32; cast<std::complex<float>>(tensor) first
#include <complex>
#include <shapeproof/ops/arithmetic.hpp>
using namespace shapeproof;

Tensor<float, Shape<3>> x;
auto y = x * BAD_OR_GOOD(std::complex<float>(1.0f, 2.0f), 2.0f);  // error here
