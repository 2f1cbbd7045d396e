// SPDX-License-Identifier: BSL-1.0
// Complex numbers have no order.
// expect: max_pool2d: elements are complex64; real numbers are wanted
#include <shapeproof/ops/pool.hpp>
using namespace shapeproof;

#include <complex>
Tensor<BAD_OR_GOOD(std::complex<float>, float), Shape<2, 3, 5, 5>> x;
auto y = max_pool2d<2>(x);  // error here
