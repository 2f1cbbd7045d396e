// SPDX-License-Identifier: BSL-1.0
// A tensor has no extent that is to be worked out.
// expect: Tensor: Shape<_, 3> has extents that are known at run time only; zeros<T, Shape<_, 3>>(...) takes them
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<float, Shape<BAD_OR_GOOD(_, 16), 3>> x;  // error here
