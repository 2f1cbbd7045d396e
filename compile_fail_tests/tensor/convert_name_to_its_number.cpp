// SPDX-License-Identifier: BSL-1.0
// N need not be 64 because another N is.
// expect: conversion: Shape<N> may not be Shape<N(64)>; as<Shape<N(64)>>(x) checks it at run time
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
Tensor<float, Shape<N(64)>> f(const Tensor<float, Shape<BAD_OR_GOOD(N, N(64))>>& x) {
  return x;  // error here
}
