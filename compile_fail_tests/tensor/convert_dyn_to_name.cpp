// SPDX-License-Identifier: BSL-1.0
// What is dyn gets a name only through a door.
// expect: conversion: Shape<dyn, 3> may not be Shape<N, 3>; as<Shape<N, 3>>(x) checks it at run time
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N, 3>> f(const Tensor<float, Shape<BAD_OR_GOOD(dyn, N), 3>>& x) {
  return x;  // error here
}
