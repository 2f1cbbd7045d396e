// SPDX-License-Identifier: BSL-1.0
// Which axes of extent 1 may go, and where may new ones come?
//
//   squeeze<1>     [a, 1, b] -> [a, b]
//   unsqueeze<1>   [a, b] -> [a, 1, b]
#pragma once

#include "axes.hpp"
#include "same.hpp"

namespace shapeproof {

// [..., 1, ...] -> [..., ...]: the axis is there, and is 1.
constexpr Ruling squeeze_rule(const ShapeValue& from, int axis, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("squeeze", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  const Comparison comparison = compare(from[at], 1);
  if (!comparison.holds()) {
    return refuse(why, at) << "squeeze: axis " << at << " is " << from[at] << "; only an axis of extent 1 can go";
  }
  ShapeValue result;
  for (int i = 0; i < from.rank; ++i) {
    if (i != at) result.push_back(from[i]);
  }
  return allow(result, comparison.relation == Relation::check);
}

// Every axis goes that `known` says is 1. For a tensor with a type that is what the type says, also at run time: a named
// axis that happens to be 1 stays.
constexpr Ruling squeeze_all_rule(const ShapeValue& from, const ShapeValue& known) {
  ShapeValue result;
  for (int axis = 0; axis < from.rank; ++axis) {
    if (known[axis].number != 1) result.push_back(from[axis]);
  }
  return allow(result);
}

// `axis` is where the new axis stands in the result.
constexpr Ruling unsqueeze_rule(const ShapeValue& from, int axis, Refusal* why = nullptr) {
  if (from.rank == ShapeValue::max_rank) {
    return refuse(why) << "unsqueeze: the operand has rank " << from.rank << " already, the highest there is";
  }
  if (const Ruling ruling = axis_rule("unsqueeze", axis, from.rank + 1, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank + 1);
  ShapeValue result;
  for (int i = 0; i < at; ++i) result.push_back(from[i]);
  result.push_back(1);
  for (int i = at; i < from.rank; ++i) result.push_back(from[i]);
  return allow(result);
}

}  // namespace shapeproof
