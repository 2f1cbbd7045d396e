// SPDX-License-Identifier: BSL-1.0
// Which axis is meant? A negative axis counts from the end.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// Whether a shape of that rank has that axis; -1 is the last one.
constexpr Ruling axis_rule(const char* operation, int axis, int rank, Refusal* why = nullptr) {
  if (axis < -rank || axis >= rank) {
    const Objection objection = refuse(why, axis);
    objection << operation << ": there is no axis " << axis << " in rank " << rank;
    if (rank > 0) objection << "; axes are " << -rank << " to " << rank - 1;
    return objection;
  }
  return allow({});
}

namespace detail {

constexpr int from_front(int axis, int rank) { return axis < 0 ? axis + rank : axis; }

// A shape where one axis goes, comes, or is of another extent. `axis` counts from the front.
constexpr ShapeValue without_axis(const ShapeValue& shape, int axis) {
  ShapeValue rest;
  for (int i = 0; i < shape.rank; ++i) {
    if (i != axis) rest.push_back(shape[i]);
  }
  return rest;
}

constexpr ShapeValue with_axis(const ShapeValue& shape, int axis, const ExtentValue& extent) {
  ShapeValue more;
  for (int i = 0; i <= shape.rank; ++i) {
    if (i == axis) more.push_back(extent);
    if (i < shape.rank) more.push_back(shape[i]);
  }
  return more;
}

constexpr ShapeValue with_extent(ShapeValue shape, int axis, const ExtentValue& extent) {
  shape[axis] = extent;
  return shape;
}

}  // namespace detail
}  // namespace shapeproof
