// SPDX-License-Identifier: BSL-1.0
// When must two extents be the same, and are they? Yes, no, or a check at run time; and if no, for which reason.
#pragma once

#include "names.hpp"

namespace shapeproof {

enum class Relation {
  equal,
  check,    // compared at run time
  differ,   // two numbers, or a number that the other side cannot be
  names,    // two axes of different name
  never,    // two expressions that no names make equal
  unproven  // two expressions that may be equal or not
};

struct Comparison {
  Relation relation;
  ExtentValue kept{};  // the better-known side: a number before a name, a name before dyn

  [[nodiscard]] constexpr bool holds() const { return relation == Relation::equal || relation == Relation::check; }
};

namespace detail {

constexpr Comparison compare_numbers(const ExtentValue& left, const ExtentValue& right) {
  return {left.number == right.number ? Relation::equal : Relation::differ, left.has_symbol() ? left : right};
}

constexpr Comparison compare_number_with(const ExtentValue& known, const ExtentValue& unknown) {
  if (unknown.is_dyn()) return {Relation::check, known};
  if (unknown.is_named()) return {known.number > 0 ? Relation::check : Relation::differ, known};
  Workspace work;
  const bool possible = can_be_zero(polynomial_of(unknown, work) - Polynomial(known.number), work);
  return {possible ? Relation::check : Relation::differ, known};
}

constexpr Comparison compare_symbols(const ExtentValue& left, const ExtentValue& right) {
  // One name can hold two numbers in two tensors, so even equal expressions are compared at run time.
  if (left.symbol == right.symbol) return {Relation::check, left};
  Workspace work;
  const Polynomial difference = polynomial_of(left, work) - polynomial_of(right, work);
  return {can_be_zero(difference, work) ? Relation::unproven : Relation::never, left};
}

}  // namespace detail

constexpr Comparison compare(const ExtentValue& left, const ExtentValue& right) {
  if (left.is_named() && right.is_named() && !(left.symbol == right.symbol)) return {Relation::names, left};
  if (left.is_known() && right.is_known()) return detail::compare_numbers(left, right);
  if (left.is_known()) return detail::compare_number_with(left, right);
  if (right.is_known()) return detail::compare_number_with(right, left);
  if (left.is_dyn() || right.is_dyn()) return {Relation::check, left.is_dyn() ? right : left};
  return detail::compare_symbols(left, right);
}

namespace detail {

// What is said behind "... is A on the left and B on the right" for each way in which two extents can fail to be equal.
constexpr void say_why(const Objection& out, Relation relation, const ExtentValue& left, const ExtentValue& right) {
  if (relation == Relation::names && left.is_known() && left.number == right.number) {
    out << " (both " << left.number << "); their names must be equal";
  } else if (relation == Relation::names) {
    out << "; their names must be equal";
  } else if (relation == Relation::never) {
    out << ", which are never equal";
  } else if (relation == Relation::unproven) {
    out << ", which cannot be shown equal; as<Shape<...>> checks it at run time";
  } else {
    out << "; they must be equal";
  }
}

// For a sentence, a name without its number: "H on the left and W on the right (both 32)".
constexpr ExtentValue said(const ExtentValue& extent, Relation relation) {
  if (relation != Relation::names) return extent;
  return {-1, extent.symbol};
}

}  // namespace detail

// Two extents, axis for axis, of two operands of an operation. The ruling's result is the extent kept, as a shape.
constexpr Ruling same_extent_rule(const char* operation, int axis, const ExtentValue& left, const ExtentValue& right,
                                  Refusal* why = nullptr) {
  const Comparison comparison = compare(left, right);
  if (!comparison.holds()) {
    const Relation relation = comparison.relation;
    const Objection objection = refuse(why, axis);
    objection << operation << ": axis " << axis << " is " << detail::said(left, relation) << " on the left and "
              << detail::said(right, relation) << " on the right";
    detail::say_why(objection, relation, left, right);
    return objection;
  }
  return allow(comparison.kept, comparison.relation == Relation::check);
}

// The names of two operands of one operation: N cannot be 16 in one and 15 in the other, wherever it stands.
constexpr Ruling same_names_rule(const char* operation, const ShapeValue& left, const ShapeValue& right,
                                 Refusal* why = nullptr) {
  if (!detail::has_bound_names(left, left) || !detail::has_bound_names(right, right)) return allow(left);
  Bindings names;
  detail::first_contradiction(names, left, left, 0);
  const int axis = detail::first_contradiction(names, right, right, 1);
  if (axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " of the right operand is " << right[axis]
                             << ", but the left operand says otherwise; a name holds one number";
  }
  return allow(left);
}

}  // namespace shapeproof
