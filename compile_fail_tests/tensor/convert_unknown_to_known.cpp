// SPDX-License-Identifier: BSL-1.0
// What must be checked at run time is not converted silently.
// expect: conversion: Shape<N, 3> may not be Shape<64, 3>; as<Shape<64, 3>>(x) checks it at run time
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<64, 3>> f(const Tensor<float, Shape<BAD_OR_GOOD(N, 64), 3>>& x) {
  return x;  // error here
}
