// SPDX-License-Identifier: BSL-1.0
// Is this a shape at all? At most eight axes, no negative extent, one number for each name, at most one hole, and an
// element count that 64 bits hold.
#pragma once

#include "names.hpp"

namespace shapeproof {

namespace detail {

constexpr bool is_negative_number(const ExtentValue& extent) {
  int i = extent.symbol.text[0] == '-' ? 1 : 0;
  if (i == 0 || extent.is_known()) return false;
  while (is_digit(extent.symbol.text[i])) ++i;
  return extent.symbol.text[i] == '\0';
}

constexpr int contradicts_itself(const ShapeValue& shape) {
  if (!has_bound_names(shape, shape)) return -1;
  Bindings names;
  return first_contradiction(names, shape, shape, 0);
}

// Whether the numbers that are known exceed 64 bits together, whatever the others may be.
constexpr bool count_overflows(const ShapeValue& shape) {
  std::int64_t known = 1;
  bool overflows = false;
  for (const ExtentValue& extent : shape) {
    if (extent.number == 0) return false;
    overflows |= extent.is_known() && __builtin_mul_overflow(known, extent.number, &known);
  }
  return overflows;
}

}  // namespace detail

// The extents are extents, at most eight, and their product is below 2^63.
constexpr Ruling well_formed_rule(const ShapeValue& shape, Refusal* why = nullptr) {
  if (shape.rank > ShapeValue::max_rank) {
    return refuse(why) << "Shape: rank " << shape.rank << ", at most " << ShapeValue::max_rank << " are supported";
  }
  for (int axis = 0; axis < shape.rank; ++axis) {
    const ExtentValue& extent = shape[axis];
    if (extent.is_impossible()) {
      return refuse(why, axis) << "Shape: axis " << axis << " is " << extent.symbol.text + 1;
    }
    const bool negative = extent.number < -1 || detail::is_negative_number(extent);
    if (negative) {
      return refuse(why, axis) << "Shape: axis " << axis << " is negative; extents are at least 0, and _ is worked out";
    }
  }
  for (int axis = 0; axis < shape.rank; ++axis) {
    const ExtentValue& extent = shape[axis];
    if (extent.is_named() && extent.is_known() && !detail::may_hold(extent.symbol, extent.number)) {
      const Objection objection = refuse(why, axis);
      objection << "Shape: axis " << axis << " is " << extent;
      detail::say_declared(objection, extent.symbol);
      return objection;
    }
    for (int other = 0; other < shape.rank && detail::declares(extent); ++other) {
      if (detail::declare_alike(shape[other].symbol.text, extent.symbol.text)) continue;
      return refuse(why, axis) << "Shape: axes " << (other < axis ? other : axis) << " and "
                               << (other < axis ? axis : other) << " declare a name in two ways; declare it once";
    }
  }
  if (const int axis = detail::contradicts_itself(shape); axis >= 0) {
    return refuse(why, axis) << "Shape: axis " << axis << " is " << shape[axis]
                             << ", but another axis says otherwise; a name holds one number";
  }
  if (detail::count_overflows(shape)) {
    return refuse(why) << "Shape: the element count exceeds 64 bits";
  }
  return allow(shape);
}

}  // namespace shapeproof
