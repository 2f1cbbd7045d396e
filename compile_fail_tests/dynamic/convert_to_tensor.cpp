// SPDX-License-Identifier: BSL-1.0
// Run-time extents are typed only through a door.
// expect: conversion: the shape of a DynamicTensor is known at run time only; as<Shape<64, 3>>(x) checks it there
#include <shapeproof/dynamic.hpp>
using namespace shapeproof;

Tensor<float, Shape<64, 3>> f(const BAD(DynamicTensor<float>) GOOD(Tensor<float, Shape<64, 3>>) & x) {
  return x;  // error here
}
