// SPDX-License-Identifier: BSL-1.0
// What a function takes is converted as a variable is, and not checked silently.
// expect: conversion: Shape<N> may not be Shape<3>; as<Shape<3>>(x) checks it at run time
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void takes_three(const Tensor<float, Shape<3>>&);
void f(const Tensor<float, Shape<BAD_OR_GOOD(N, 3)>>& x) {
  takes_three(x);  // error here
}
