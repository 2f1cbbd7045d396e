// SPDX-License-Identifier: BSL-1.0
// An expression over axes is written in at most 95 characters.
// expect: Shape: axis 0 is an expression of more than 95 characters
#include <shapeproof/shape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("batch_of_one_machine");
inline constexpr auto H = axis("height_of_one_patch"), W = axis("width_of_one_patch");
Shape<N * H * W * BAD_OR_GOOD((H * W), 2), 3> shape;  // error here
