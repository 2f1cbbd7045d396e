// SPDX-License-Identifier: BSL-1.0
// How wide is a layer that names only what it makes? As wide as an axis of its input, which must be a number: parameters
// are as large as it says.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// Which layers ask, for which axis (from the end where it is negative), and what lies on it.
struct InferredAxis {
  const char* layer;  // what errors call the layer
  int axis;           // which axis says the number; negative from the end
  const char* word;   // what stands on the axis, as in "features"
};

// The result is that extent, as a shape.
constexpr Ruling infer_rule(const InferredAxis& wanted, const ShapeValue& input, Refusal* why = nullptr) {
  const int axis = wanted.axis < 0 ? input.rank + wanted.axis : wanted.axis;
  if (axis < 0 || axis >= input.rank) {
    return refuse(why) << wanted.layer << ": the input, " << input << ", has no axis " << wanted.axis
                       << ", which holds the " << wanted.word;
  }
  if (!input[axis].is_known()) {
    return refuse(why, axis) << wanted.layer << ": axis " << axis << " of " << input << " holds " << input[axis] << ' '
                             << wanted.word << "; a layer's parameters want a number there";
  }
  return allow(ExtentValue(input[axis].number));
}

}  // namespace shapeproof
