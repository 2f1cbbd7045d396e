// SPDX-License-Identifier: BSL-1.0
// A function of typed tensors takes no others.
// expect: conversion: the shape of a DynamicTensor is known at run time only; as<Shape<N, 3>>(x) checks it there
#include <shapeproof/dynamic.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void takes_images(const Tensor<float, Shape<N, 3>>&);
void f(const BAD(DynamicTensor<float>) GOOD(Tensor<float, Shape<N, 3>>) & x) {
  takes_images(x);  // error here
}
