// SPDX-License-Identifier: BSL-1.0
// Is this a shape at all? At most eight axes, no negative extent, one number for each name, at most one hole, and an
// element count that 64 bits hold.
#pragma once

#include "names.hpp"

namespace shapeproof {

constexpr Ruling well_formed_rule(const ShapeValue& shape, Refusal* why = nullptr) {
  if (shape.rank > ShapeValue::max_rank) {
    return refuse(why) << "Shape: rank " << shape.rank << ", at most " << ShapeValue::max_rank << " are supported";
  }
  for (int axis = 0; axis < shape.rank; ++axis) {
    const ExtentValue& extent = shape[axis];
    if (extent.is_impossible()) {
      return refuse(why, axis) << "Shape: axis " << axis << " is " << extent.symbol.text + 1;
    }
    const bool negative = extent.number < -1 ||
                          (detail::is_expression(extent) && detail::polynomial_of(extent).is_number() &&
                           !extent.is_known());
    if (negative) {
      return refuse(why, axis) << "Shape: axis " << axis << " is negative; extents are at least 0, and _ is worked out";
    }
  }
  Bindings names;
  if (const int axis = detail::first_contradiction(names, shape, shape, 0); axis >= 0) {
    return refuse(why, axis) << "Shape: axis " << axis << " is " << shape[axis]
                             << ", but another axis says otherwise; a name holds one number";
  }
  ShapeValue known;
  for (const ExtentValue& extent : shape) {
    if (extent.is_known()) known.push_back(extent.number);
  }
  if (known.count().is_impossible() || shape.count().is_impossible()) {
    return refuse(why) << "Shape: the element count exceeds 64 bits";
  }
  return allow(shape);
}

}  // namespace shapeproof
