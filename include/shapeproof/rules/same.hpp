// SPDX-License-Identifier: BSL-1.0
// When must two extents be the same, and are they? Yes, no, or a check at run time; and if no, for which reason.
#pragma once

#include "names.hpp"

namespace shapeproof {

// How two extents stand to one another.
enum class Relation {
  equal,
  check,     // compared at run time
  differ,    // two numbers, or a number that the other side cannot be
  names,     // two axes of different name
  declared,  // one name that is declared in two ways
  never,     // two expressions that no names make equal
  unproven   // two expressions that may be equal or not
};

// What comparing two extents said.
struct Comparison {
  Relation relation;   // how they stand to one another
  ExtentValue kept{};  // the better-known side: a number before a name, a name before dyn

  // Whether they are equal, or may be.
  [[nodiscard]] constexpr bool holds() const { return relation == Relation::equal || relation == Relation::check; }
};

namespace detail {

constexpr Comparison compare_numbers(const ExtentValue& left, const ExtentValue& right) {
  return {left.number == right.number ? Relation::equal : Relation::differ, left.has_symbol() ? left : right};
}

constexpr Comparison compare_number_with(const ExtentValue& known, const ExtentValue& unknown) {
  if (unknown.is_dyn()) return {Relation::check, known};
  if (unknown.is_named() && !has_claim(unknown)) {
    return {may_hold(unknown.symbol, known.number) ? Relation::check : Relation::differ, known};
  }
  Workspace work;
  const bool possible = can_be_zero(polynomial_of(unknown, work) + -known.number);
  return {possible ? Relation::check : Relation::differ, known};
}

constexpr Comparison compare_symbols(const ExtentValue& left, const ExtentValue& right) {
  // One name can hold two numbers in two tensors, so even equal expressions are compared at run time.
  if (left.symbol == right.symbol) return {Relation::check, left};
  Workspace work;
  const Polynomial difference = polynomial_of(left, work) - polynomial_of(right, work);
  // D and H*K, where D is declared to be that.
  if (difference.is_zero()) return {Relation::check, left};
  return {can_be_zero(difference) ? Relation::unproven : Relation::never, left};
}

}  // namespace detail

// Compares two extents in normal form, by numbers and by names.
constexpr Comparison compare(const ExtentValue& left, const ExtentValue& right) {
  if (left.has_symbol() && right.has_symbol() && !(left.symbol == right.symbol)) {
    if (!detail::declare_alike(left.symbol.text, right.symbol.text)) return {Relation::declared, left};
    if (left.is_named() && right.is_named()) return {Relation::names, left};
  }
  if (left.is_known() && right.is_known()) return detail::compare_numbers(left, right);
  if (left.is_known()) return detail::compare_number_with(left, right);
  if (right.is_known()) return detail::compare_number_with(right, left);
  if (left.is_dyn() || right.is_dyn()) return {Relation::check, left.is_dyn() ? right : left};
  return detail::compare_symbols(left, right);
}

namespace detail {

// What names are declared to be, and ": only where T%2 is 0", if the difference of the two can be said so shortly.
constexpr void say_condition(const Objection& out, const ExtentValue& left, const ExtentValue& right) {
  if (declares(left)) out << " where " << clause_of(left.symbol.text);
  else if (declares(right)) out << " where " << clause_of(right.symbol.text);
  Workspace work;
  const Polynomial difference = polynomial_of(left, work) - polynomial_of(right, work);
  if (!difference.is_sound()) return;
  const Polynomial shortest = writing::folded(difference);
  if (shortest.size() != 1) return;
  Product term = shortest[0];
  term.coefficient = 1;
  const int begin = work.mark();
  writing::put_terms(Polynomial(work, term));
  out << ": only where " << work.since(begin) << " is 0";
}

// What is said behind "... is A on the left and B on the right" for each way in which two extents can fail to be equal.
constexpr void say_why(const Objection& out, Relation relation, const ExtentValue& left, const ExtentValue& right) {
  if (relation == Relation::names && left.is_known() && left.number == right.number) {
    out << " (both " << left.number << "); their names must be equal";
  } else if (relation == Relation::names) {
    out << "; their names must be equal";
  } else if (relation == Relation::declared) {
    out << ", with a name that is declared in two ways; declare it once";
  } else if (relation == Relation::never) {
    out << ", which are never equal";
  } else if (relation == Relation::unproven) {
    out << ", which cannot be shown equal";
    say_condition(out, left, right);
    out << "; as<Shape<...>> checks it at run time";
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
  if (const int axis = detail::first_declared_otherwise(left, right); axis >= 0) {
    return refuse(why, axis)
           << operation << ": axis " << axis
           << " of the right operand has a name that the left one declares otherwise; declare it once";
  }
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
