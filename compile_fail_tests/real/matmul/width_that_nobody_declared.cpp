// SPDX-License-Identifier: BSL-1.0
// A layer needs a number of features.
// Reported: SFData/StackOverflow/s50364194
// expect: layer 0 (linear): axis 1 of Shape<N, dyn> holds dyn features; a layer's parameters want a number there
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/sequential.hpp>
#include <shapeproof/nn/specifications.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
auto net = sequential<Shape<N, BAD_OR_GOOD(dyn, 8)>>(linear<10>);  // error here
