// SPDX-License-Identifier: BSL-1.0
// May a tensor of one shape be taken as another? The extents stay what they are; what is known about them changes.
//
//   as<Shape<N, 3>>   [dyn, 3] -> [N, 3]
#pragma once

#include "claims.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// Where the numbers of names come from: from this shape alone, or also from others that are bound together with it.
enum class Solved { here, together };

namespace detail {

// One axis of a conversion: whether it can hold, and whether that is certain.
constexpr Relation relate(const ExtentValue& from, const ExtentValue& to) {
  if (to.is_dyn()) return Relation::equal;
  if (from.is_known() && to.is_known()) {
    // A number names itself anything; two names contradict each other.
    return compare(from, to).relation;
  }
  if (to.is_named() && from.is_known()) {
    if (from.is_named() && !(from.symbol == to.symbol)) return Relation::names;
    if (!may_hold(to.symbol, from.number)) return Relation::differ;
    if (!has_claim(to)) return Relation::equal;
  }
  if (has_claim(to) && !to.is_known() && from.is_known()) {
    Bindings names;
    const Solution solution = solve(names, to.symbol, from.number, {});
    if (solution == Solution::solved) return Relation::equal;
    return solution == Solution::open ? Relation::check : Relation::differ;
  }
  // What cannot be shown equal is what this conversion is for.
  const Relation relation = compare(from, to).relation;
  if (!from.is_known() && !to.is_known() && from.symbol == to.symbol && from.has_symbol()) return Relation::equal;
  return relation == Relation::unproven ? Relation::check : relation;
}

// Whether an axis other than `axis` whose number is not known has the name too.
constexpr bool is_open_elsewhere(const Name& name, const ShapeValue& symbols, const ShapeValue& numbers, int axis) {
  for (int other = 0; other < symbols.rank; ++other) {
    if (other == axis || numbers[other].is_known() || !symbols[other].has_symbol()) continue;
    if (mentions(Name::of(symbols[other].symbol.text), name)) return true;
  }
  return false;
}

// Whether the name on this axis says something that is only seen when all numbers are: that 2*N is even, that two
// axes are equal, that N is what it was.
constexpr bool says_more(const ShapeValue& from, const ShapeValue& to, const ShapeValue& result, int axis) {
  const ExtentValue& extent = to[axis];
  if (!extent.has_symbol() || from[axis].symbol == extent.symbol) return false;
  if (!extent.is_named()) return !result.is_known();
  const Name name = Name::of(extent.symbol.text);
  return is_open_elsewhere(name, to, result, axis) || is_open_elsewhere(name, from, from, axis);
}

constexpr Ruling converted_names_rule(const char* operation, const ShapeValue& from, const ShapeValue& to,
                                      const ShapeValue& result, Solved solved, Refusal* why) {
  Bindings before;
  first_contradiction(before, from, from, 0);
  Bindings names = before;
  const Contradiction found = first_contradiction(names, from, to, result);
  if (found.operand == 0) {
    const Objection objection = refuse(why, found.axis);
    // run time only: tests/convert.cpp
    objection << operation << ": axis " << found.axis << " is " << from[found.axis] << ", which " << to
              << " contradicts";
    say_sources(objection, names, from[found.axis]);
    return objection;
  }
  const bool must_be_solved = solved == Solved::here && result.is_known();
  const int unsolved = found.operand < 0 && must_be_solved ? first_unsolved(to, from, before, names) : -1;
  if (found.operand < 0 && unsolved < 0) return allow(result);
  const int axis = unsolved >= 0 ? unsolved : found.axis;
  const Objection objection = refuse(why, axis);
  objection << operation << ": axis " << axis << " is " << from[axis] << ", wanted is " << to[axis];
  if (unsolved >= 0) say_open(objection, names, to[axis]);
  else objection << ", which another axis contradicts";
  say_sources(objection, names, to[axis]);
  return objection;
}

}  // namespace detail

// `operation` is "as" or the name of the door that asks.
constexpr Ruling convert_rule(const char* operation, const ShapeValue& from, const ShapeValue& to,
                              Refusal* why = nullptr, Solved names = Solved::here) {
  if (why != nullptr) {
    why->expected = to;
    why->found = from;
  }
  if (const Ruling formed = well_formed_rule(to, why); !formed.holds) return formed;
  if (from.rank != to.rank) {
    return refuse(why) << operation << ": rank " << from.rank << ", wanted is rank " << to.rank << " of " << to;
  }
  if (const int axis = detail::first_declared_otherwise(from, to); axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " is wanted as " << to[axis]
                             << ", with a name that is declared otherwise already; declare it once";
  }
  ShapeValue result = to;
  bool checks = false;
  for (int axis = 0; axis < to.rank; ++axis) {
    if (to[axis].is_hole()) {
      return refuse(why, axis) << operation << ": axis " << axis << " is _; dyn takes any extent";
    }
    const Relation relation = detail::relate(from[axis], to[axis]);
    if (relation != Relation::equal && relation != Relation::check) {
      const Objection objection = refuse(why, axis);
      objection << operation << ": axis " << axis << " is " << from[axis] << ", wanted is " << to[axis];
      if (relation == Relation::names) objection << "; a name changes only through dyn";
      if (relation == Relation::differ && from[axis].is_known() && to[axis].is_named() && !to[axis].is_known() &&
          !detail::may_hold(to[axis].symbol, from[axis].number)) {
        detail::say_declared(objection, to[axis].symbol);
      }
      return objection;
    }
    checks = checks || relation == Relation::check;
    if (from[axis].is_known()) result[axis].number = from[axis].number;
  }
  const bool has_names = detail::has_bound_names(to, result) || detail::has_bound_names(from, from);
  if (const Ruling agrees =
          has_names ? detail::converted_names_rule(operation, from, to, result, names, why) : allow({});
      !agrees.holds) {
    return agrees;
  }
  for (int axis = 0; axis < to.rank; ++axis) {
    checks = checks || detail::says_more(from, to, result, axis);
  }
  return allow(result, checks);
}

}  // namespace shapeproof
