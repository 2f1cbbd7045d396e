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
    result[result.rank - from_end] = a.number == 1 ? b : b.number == 1 ? a : comparison.kept;
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

namespace detail {

// What the operand says about the names of `to`: N is how long its axis is, unless that is 1 and may be repeated.
constexpr int read_operand_names(Bindings& names, const ShapeValue& from, const ShapeValue& to) {
  ShapeValue lengths = to;
  for (int axis = to.rank - from.rank, i = 0; i < from.rank; ++axis, ++i) {
    if (!to[axis].is_known() && from[i].number != 1) lengths[axis].number = from[i].number;
  }
  return first_contradiction(names, to, lengths, 1);
}

}  // namespace detail

// Extents of `to` that are not known are the operand's; an axis that the operand does not have must be known. The sentence
// begins with the operation, broadcast_to or broadcast_like.
constexpr Ruling broadcast_rule(const ShapeValue& from, const ShapeValue& to, Refusal* why = nullptr,
                                Values values = Values::none, const char* operation = "broadcast_to") {
  if (const Ruling formed = well_formed_rule(to, why); !formed.holds) return formed;
  if (from.rank > to.rank) {
    return refuse(why) << operation << ": rank " << from.rank << " cannot become rank " << to.rank << " of " << to
                       << "; axes are added in front only";
  }
  Bindings names;
  detail::first_contradiction(names, from, from, 0);
  if (const Ruling agrees = detail::target_names_rule(operation, names, from, to, why); !agrees.holds) return agrees;
  const int added = to.rank - from.rank;
  if (const int axis = values == Values::none ? detail::read_operand_names(names, from, to) : -1; axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis - added << " is " << from[axis - added] << ", " << to
                             << " wants " << to[axis]
                             << (from[axis - added].number == 0 ? "; a named axis is at least 1"
                                                                : ", which another axis contradicts");
  }
  ShapeValue result = detail::with_numbers(to, names);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  bool checks = detail::has_bound_names(to, to) && !from.is_known();
  for (int axis = 0; axis < to.rank; ++axis) {
    const ExtentValue operand = axis < added ? ExtentValue(1) : from[axis - added];
    const bool given = result[axis].is_known() || values == Values::follow;
    if (axis < added && !given && !detail::stands_in(result[axis], from)) {
      return refuse(why, axis) << operation << ": axis " << axis << " of " << to
                               << " is not known here; broadcast_like takes it from a tensor";
    }
    if (operand.number == 1 && (given || axis < added)) continue;
    const Comparison comparison =
        result[axis].is_hole() ? Comparison{Relation::check, operand} : compare(operand, result[axis]);
    if (!comparison.holds()) {
      return refuse(why, axis - added) << operation << ": axis " << axis - added << " is " << operand << ", " << to
                                       << " wants " << result[axis] << "; only an extent of 1 is repeated";
    }
    checks = checks || comparison.relation == Relation::check;
    if (!given) result[axis] = comparison.kept;
  }
  const Ruling ruling = allow(result, checks);
  if (!detail::has_bound_names(to, result) && !detail::has_bound_names(from, from)) return ruling;
  // A shape that is taken from another tensor brings its claims along.
  return detail::claims_rule(operation, from, to, ruling, values == Values::follow, why);
}

}  // namespace shapeproof
