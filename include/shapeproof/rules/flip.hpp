// SPDX-License-Identifier: BSL-1.0
// Which axes are turned round, and which one is rolled? The shape stays.
//
//   flip<0, 1>   [a, b] -> [a, b]
//   roll<1>      [a, b] -> [a, b]
#pragma once

#include "axes.hpp"
#include "permute.hpp"

namespace shapeproof {

// [...] -> the same; the axes are there, each named once.
constexpr Ruling flip_rule(const ShapeValue& from, const AxisOrder& axes, Refusal* why = nullptr) {
  if (axes.size == 0) {
    return refuse(why) << "flip: no axis is named; flip<0> turns the first one round";
  }
  bool seen[ShapeValue::max_rank] = {};
  for (int i = 0; i < axes.size; ++i) {
    // More axes than are kept are more than there are.
    const int axis = i < ShapeValue::max_rank ? axes.axes[i] : axes.axes[0];
    if (const Ruling ruling = axis_rule("flip", axis, from.rank, why); !ruling.holds) return ruling;
    const int at = detail::from_front(axis, from.rank);
    if (seen[at]) return refuse(why, at) << "flip: axis " << at << " is named twice";
    seen[at] = true;
  }
  return allow(from);
}

// [...] -> the same; the axis is there.
constexpr Ruling roll_rule(const ShapeValue& from, int axis, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("roll", axis, from.rank, why); !ruling.holds) return ruling;
  return allow(from);
}

}  // namespace shapeproof
