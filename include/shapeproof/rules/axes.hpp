// SPDX-License-Identifier: BSL-1.0
// Which axis is meant? A negative axis counts from the end.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

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

}  // namespace detail
}  // namespace shapeproof
