// SPDX-License-Identifier: BSL-1.0
// What number does each name hold? Names are read off axes whose number is known (N on an axis of 16), and solved where
// an expression is linear in one name (2*N+1 on an axis of 9 gives N = 4).
#pragma once

#include "solve.hpp"

namespace shapeproof::detail {

constexpr bool is_expression(const ExtentValue& extent) {
  return extent.has_symbol() && !extent.is_named() && !extent.is_hole() && !extent.is_impossible();
}

constexpr bool declares(const ExtentValue& extent) {
  return extent.has_symbol() && !extent.is_impossible() && has_clause(extent.symbol.text);
}

// The first axis of `right` that mentions a name of `left` which is declared otherwise there; -1 if there is none.
constexpr int first_declared_otherwise(const ShapeValue& left, const ShapeValue& right) {
  bool any = false;
  for (const ExtentValue& extent : left) any = any || declares(extent);
  for (const ExtentValue& extent : right) any = any || declares(extent);
  for (int axis = 0; any && axis < right.rank; ++axis) {
    for (const ExtentValue& extent : left) {
      if (!declare_alike(extent.symbol.text, right[axis].symbol.text)) return axis;
    }
  }
  return -1;
}

// "; a named axis is at least 1", or what is declared of it.
constexpr void say_declared(const Objection& objection, const Extent& name) {
  if (has_clause(name.text)) objection << "; it is declared as " << clause_of(name.text);
  else objection << "; a named axis is at least 1";
}

// Whether the extent says something about other names: N+M, or D that is declared to be H*K.
constexpr bool has_claim(const ExtentValue& extent) {
  if (is_expression(extent)) return true;
  if (!extent.is_named() || !has_clause(extent.symbol.text)) return false;
  return declaration_in(extent.symbol.text, Name::of(extent.symbol.text)).meaning.size > 0;
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
  if (symbol.is_named() && !may_hold(symbol.symbol, where.number)) return true;
  const bool is_claim = has_claim(symbol);
  const Solution solution = is_claim ? solve(names, symbol.symbol, where.number, where) : Solution::open;
  if (solution == Solution::impossible) return true;
  const bool is_new = known == nullptr && names.find(text) == nullptr;
  if (is_new && (symbol.is_named() || solution == Solution::open)) {
    names.add({text, where.number, where.operand, where.axis});
  }
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
      if (!has_claim(extent)) continue;
      Workspace work;
      Bindings open;
      collect_open_names(extent.symbol, names, open);
      if (open.size() != 1) continue;
      if (growth_of(symbol_of(extent.symbol, work), open[0].name) == Growth::always_rises) names.add(open[0]);
    }
  }
  return names;
}

}  // namespace shapeproof::detail
