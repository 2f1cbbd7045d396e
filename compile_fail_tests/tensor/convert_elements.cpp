// SPDX-License-Identifier: BSL-1.0
// A conversion keeps the element type.
// expect: conversion: elements are float32, wanted are float64; cast<double>(x) converts them
#include <shapeproof/tensor.hpp>
using namespace shapeproof;

Tensor<BAD_OR_GOOD(float, double), Shape<3>> x;
Tensor<double, Shape<3>> y = x;  // error here
