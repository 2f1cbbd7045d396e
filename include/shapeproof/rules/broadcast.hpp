// SPDX-License-Identifier: BSL-1.0
// What may be repeated along which axes, when that is said aloud? Axes are matched from the last one on; an axis of
// extent 1, or one that is not there, is repeated.
//
//   broadcast_to<Shape<a, b, c>>   [b, 1] -> [a, b, c]
#pragma once

#include "reshape.hpp"
#include "same.hpp"

namespace shapeproof {
namespace detail {

// What NumPy would make of two operands; rank -1 where it would refuse them too.
constexpr ShapeValue numpy_broadcast(const ShapeValue& left, const ShapeValue& right) {
  ShapeValue result;
  result.rank = left.rank > right.rank ? left.rank : right.rank;
  for (int from_end = 1; from_end <= result.rank; ++from_end) {
    const ExtentValue a = from_end <= left.rank ? left[left.rank - from_end] : ExtentValue(1);
    const ExtentValue b = from_end <= right.rank ? right[right.rank - from_end] : ExtentValue(1);
    const Comparison comparison = compare(a, b);
    result[result.rank - from_end] = comparison.holds() ? comparison.kept : a.number == 1 ? b : a;
    if (!comparison.holds() && a.number != 1 && b.number != 1) {
      result.rank = -1;
      return result;
    }
  }
  return result;
}

constexpr void hint_at_broadcast(const Objection& objection, const ShapeValue& left, const ShapeValue& right) {
  if (const ShapeValue broadcast = numpy_broadcast(left, right); broadcast.rank >= 0) {
    objection << "; NumPy would broadcast to " << broadcast << ": say broadcast_to<...> if that is meant";
  }
}

}  // namespace detail

// Extents of `to` that are not known are the operand's; an axis that the operand does not have must be known.
constexpr Ruling broadcast_rule(const ShapeValue& from, const ShapeValue& to, Refusal* why = nullptr,
                                Values values = Values::none) {
  if (const Ruling formed = well_formed_rule(to, why); !formed.holds) return formed;
  if (from.rank > to.rank) {
    return refuse(why) << "broadcast_to: rank " << from.rank << " cannot become rank " << to.rank << " of " << to
                       << "; axes are added in front only";
  }
  Bindings names;
  detail::first_contradiction(names, from, from, 0);
  if (const Ruling agrees = detail::target_names_rule("broadcast_to", names, to, why); !agrees.holds) return agrees;
  ShapeValue result = detail::with_numbers(to, names);
  const int added = to.rank - from.rank;
  bool checks = false;
  for (int axis = 0; axis < to.rank; ++axis) {
    const ExtentValue operand = axis < added ? ExtentValue(1) : from[axis - added];
    const bool given = result[axis].is_known() || values == Values::follow;
    if (axis < added && !given && !detail::stands_in(result[axis], from)) {
      return refuse(why, axis) << "broadcast_to: axis " << axis << " of " << to
                               << " is not known here; broadcast_like takes it from a tensor";
    }
    if (operand.number == 1 && (given || axis < added)) continue;
    const Comparison comparison =
        result[axis].is_hole() ? Comparison{Relation::check, operand} : compare(operand, result[axis]);
    if (!comparison.holds()) {
      return refuse(why, axis - added) << "broadcast_to: axis " << axis - added << " is " << operand << ", " << to
                                       << " wants " << result[axis] << "; only an extent of 1 is repeated";
    }
    checks = checks || comparison.relation == Relation::check;
    if (!result[axis].is_known()) result[axis] = comparison.kept;
  }
  return allow(result, checks);
}

}  // namespace shapeproof
