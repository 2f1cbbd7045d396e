// SPDX-License-Identifier: BSL-1.0
// What number does each name hold? Names are read off axes whose number is known (N on an axis of 16), and solved where
// an expression is linear in one name (2*N+1 on an axis of 9 gives N = 4).
#pragma once

#include "solve.hpp"

namespace shapeproof::detail {

constexpr bool is_expression(const ExtentValue& extent) {
  return extent.has_symbol() && !extent.is_named() && !extent.is_hole() && !extent.is_impossible();
}

// Whether some name's number can be read off the shape, so that there is something to contradict.
constexpr bool has_bound_names(const ShapeValue& symbols, const ShapeValue& numbers) {
  for (int axis = 0; axis < symbols.rank; ++axis) {
    if (symbols[axis].has_symbol() && numbers[axis].is_known()) return true;
  }
  return false;
}

// One axis of first_contradiction: whether its number is none for what it is called, or not the one that is known.
// Where an expression leaves its names open, it is remembered itself: M*T cannot be 12 here and 3 there.
constexpr bool contradicts(Bindings& names, const ExtentValue& symbol, const Binding& where) {
  const Name text = Name::of(symbol.symbol.text);
  const Binding* known = names.find(text);
  if (known != nullptr && known->number != where.number) return true;
  if (symbol.is_named()) {
    if (where.number < 1) return true;
  } else if (const Solution solution = solve(names, symbol.symbol, where.number, where); solution != Solution::open) {
    return solution == Solution::impossible;
  }
  if (known == nullptr) names.add({text, where.number, where.operand, where.axis});
  return false;
}

// One pass over all axes for first_contradiction.
constexpr int contradiction_in_pass(Bindings& names, const ShapeValue& symbols, const ShapeValue& numbers,
                                    int operand) {
  for (const bool expressions : {false, true}) {
    for (int axis = 0; axis < symbols.rank; ++axis) {
      const ExtentValue& symbol = symbols[axis];
      if (!numbers[axis].is_known() || (expressions ? !is_expression(symbol) : !symbol.is_named())) continue;
      if (contradicts(names, symbol, {{}, numbers[axis].number, operand, axis})) return axis;
    }
  }
  return -1;
}

// The first axis whose number is none for a name, or contradicts what the names already mean, or -1. Names seen for the
// first time are added: plain names before expressions, so that 2*N+1 finds N known wherever N stands, and again as long as that
// makes more names known. `symbols` says the names, `numbers` how long each axis is.
constexpr int first_contradiction(Bindings& names, const ShapeValue& symbols, const ShapeValue& numbers, int operand) {
  for (int known = -1; known != names.size();) {
    known = names.size();
    if (const int axis = contradiction_in_pass(names, symbols, numbers, operand); axis >= 0) return axis;
  }
  return -1;
}

// The names whose numbers follow from the lengths of the axes: those that name an axis, and those for which an expression
// can be solved then. N*M alone determines neither.
constexpr Bindings determined_names(const ShapeValue& shape) {
  Bindings names;
  for (const ExtentValue& extent : shape) {
    const Name name = Name::of(extent.symbol.text);
    if (extent.is_named() && names.find(name) == nullptr) names.add({name, 1, 0, 0});
  }
  for (int known = -1; known != names.size();) {
    known = names.size();
    for (const ExtentValue& extent : shape) {
      if (!is_expression(extent)) continue;
      Workspace work;
      Bindings open;
      collect_open_names(Name::of(extent.symbol.text), names, open);
      if (open.size() != 1) continue;
      if (growth_of(read(Name::of(extent.symbol.text), work), open[0].name, work) == Growth::always_rises)
        names.add(open[0]);
    }
  }
  return names;
}

}  // namespace shapeproof::detail
