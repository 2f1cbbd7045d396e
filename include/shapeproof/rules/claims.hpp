// SPDX-License-Identifier: BSL-1.0
// Is what a shape says of its names seen to be true? A claim such as N+M on an axis of 6 is true if N and M are known, from
// other axes or from the operand; was true before if the operand makes it too; and is refused otherwise, with every name
// that is known and the axis it is from.
#pragma once

#include "names.hpp"

namespace shapeproof::detail {

// Where two shapes contradict what names mean; no operand where they do not.
struct Contradiction {
  int operand = -1;
  int axis = -1;
};

// Both shapes together, the operand first and then what is made of it, again as long as that makes more names known.
constexpr Contradiction first_contradiction(Bindings& names, const ShapeValue& operand, const ShapeValue& symbols,
                                            const ShapeValue& numbers) {
  for (int known = -1; known != names.size();) {
    known = names.size();
    if (const int axis = first_contradiction(names, operand, operand, 0); axis >= 0) return {0, axis};
    if (const int axis = first_contradiction(names, symbols, numbers, 1); axis >= 0) return {1, axis};
  }
  return {};
}

// Whether an expression mentions a name whose number is known now, and was not before.
constexpr bool mentions_new(const Name& text, const Bindings& before, const Bindings& after) {
  bool found = false;
  visit_axes(text,
             [&](const Name& name) { found = found || (after.find(name) != nullptr && before.find(name) == nullptr); });
  return found;
}

// The first axis that claims what nobody can see, or -1: where N+M is 6, and neither N nor M is known, or N%M is 2 and N
// is known to be 4 from now on. A claim that an operand brings along, and about which nothing new is known, was seen to be
// true when it was made.
constexpr int first_unsolved(const ShapeValue& claims, const ShapeValue& operand, const Bindings& before,
                             const Bindings& after) {
  for (int axis = 0; axis < claims.rank; ++axis) {
    if (!has_claim(claims[axis])) continue;
    const Name text = Name::of(claims[axis].symbol.text);
    Bindings open;
    collect_open_names(claims[axis].symbol, after, open);
    bool is_old = false;
    for (const ExtentValue& extent : operand) is_old = is_old || extent.symbol == claims[axis].symbol;
    if (open.size() > 0 && !(is_old && !mentions_new(text, before, after))) return axis;
  }
  return -1;
}

constexpr bool has_claims(const ShapeValue& shape) {
  for (const ExtentValue& extent : shape) {
    if (has_claim(extent)) return true;
  }
  return false;
}

// "; N = 16 from axis 0", for each name of the extent at fault whose number is known. `say_operand` names the operand.
template <class SayOperand>
constexpr void say_sources(const Objection& objection, const Bindings& names, const ExtentValue& extent,
                           const SayOperand& say_operand) {
  const Name text = Name::of(extent.symbol.text);
  const char* between = "; ";
  for (int i = 0; i < names.size(); ++i) {
    if (!mentions(text, names[i].name) && !(names[i].name == text)) continue;
    objection << between << names[i].name << " = " << names[i].number << " from axis " << names[i].axis;
    say_operand(objection, names[i].operand);
    between = ", ";
  }
}
constexpr void say_sources(const Objection& objection, const Bindings& names, const ExtentValue& extent) {
  say_sources(objection, names, extent, [](const Objection&, int) {});
}

// ", which leaves N and M open", for the names of the extent whose numbers are not known.
constexpr void say_open(const Objection& objection, const Bindings& names, const ExtentValue& extent) {
  Bindings open;
  collect_open_names(extent.symbol, names, open);
  objection << ", which leaves ";
  for (int i = 0; i < open.size(); ++i) {
    objection << (i == 0 ? "" : i == open.size() - 1 ? " and " : ", ") << open[i].name;
  }
  objection << " open";
}

// What is made of an operand agrees with what the operand says of its names, and leaves none of them open, unless it was
// proven for all numbers. `result` is `to` with the numbers that are known.
constexpr Ruling claims_rule(const char* operation, const ShapeValue& operand, const ShapeValue& to,
                             const Ruling& ruling, bool is_proven, Refusal* why) {
  const ShapeValue& result = ruling.result;
  Bindings before;
  first_contradiction(before, operand, operand, 0);
  Bindings names = before;
  if (const Contradiction found = first_contradiction(names, operand, to, result); found.operand >= 0) {
    const int axis = found.axis;
    const ExtentValue& claim = found.operand == 0 ? operand[axis] : to[axis];
    const Objection objection = refuse(why, axis);
    objection << operation << ": axis " << axis;
    if (found.operand == 0) objection << " is " << claim << ", which " << to << " contradicts";
    else objection << " of " << to << " would be " << result[axis].number << ", which another axis contradicts";
    say_sources(objection, names, claim);
    return objection;
  }
  if (is_proven || !operand.is_known() || !result.is_known()) return ruling;
  for (const ShapeValue* claims : {&to, &operand}) {
    const int axis = first_unsolved(*claims, operand, before, names);
    if (axis < 0) continue;
    const Objection objection = refuse(why, axis);
    objection << operation << ": axis " << axis << " of " << *claims << " would be "
              << (claims == &to ? result[axis].number : operand[axis].number);
    say_open(objection, names, (*claims)[axis]);
    say_sources(objection, names, (*claims)[axis]);
    return objection;
  }
  return ruling;
}

}  // namespace shapeproof::detail
