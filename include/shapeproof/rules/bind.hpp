// SPDX-License-Identifier: BSL-1.0
// Do several tensors mean the same by each name? One name holds one number across all of them.
//
//   bind<Shape<N, 3>, Shape<N>>(images, labels)
#pragma once

#include "convert.hpp"

namespace shapeproof {

// One of the tensors that are bound: the shape it should have and the one it has. The label is for the sentence.
struct Bound {
  ShapeValue wanted{};     // with names
  ShapeValue found{};      // with numbers, or open
  const char* label = "";  // what errors call the tensor; "" where it has no name
};

namespace detail {

constexpr const Objection& say_operand(const Objection& objection, const Bound* operands, int operand) {
  if (*operands[operand].label != '\0') return objection << operands[operand].label;
  return objection << "argument " << operand;
}

// "bind: axis 0 of labels is 15, wanted is N"
constexpr Objection refuse_bound(Refusal* why, const Bound* operands, int operand, int axis) {
  const Objection objection = refuse(why, axis);
  const Bound& bound = operands[operand];
  if (why != nullptr) {
    why->expected = bound.wanted;
    why->found = bound.found;
  }
  objection << "bind: axis " << axis << " of ";
  say_operand(objection, operands, operand)
      << " is " << bound.found[axis].number << ", wanted is " << ExtentValue(-1, bound.wanted[axis].symbol);
  return objection;
}

constexpr void say_bound_sources(const Objection& objection, const Bindings& names, const Bound* operands,
                                 const ExtentValue& extent) {
  say_sources(objection, names, extent,
              [&](const Objection& out, int operand) { say_operand(out << " of ", operands, operand); });
}

// The first axis of a tensor whose numbers are known that claims something of names which no tensor says.
constexpr int first_unsolved(const Bound& bound, const Bindings& names) {
  if (!bound.found.is_known() || !has_claims(bound.wanted)) return -1;
  Bindings before;
  first_contradiction(before, bound.found, bound.found, 0);
  return first_unsolved(bound.wanted, bound.found, before, names);
}

}  // namespace detail

// Each operand's own shape is convert_rule's to judge; this rule is about what they say together.
constexpr Ruling bind_rule(const Bound* operands, int count, Refusal* why = nullptr) {
  for (int operand = 1; operand < count; ++operand) {
    for (int other = 0; other < operand; ++other) {
      const int axis = detail::first_declared_otherwise(operands[other].wanted, operands[operand].wanted);
      if (axis < 0) continue;
      const Objection objection = refuse(why, axis);
      objection << "bind: axis " << axis << " of ";
      detail::say_operand(objection, operands, operand) << " has a name that ";
      return detail::say_operand(objection, operands, other) << " declares otherwise; declare it once";
    }
  }
  Bindings names;
  // Again as long as more names are known than before: what an early expression means may follow from a later operand.
  for (int known = -1; known != names.size();) {
    known = names.size();
    for (int operand = 0; operand < count; ++operand) {
      const Bound& bound = operands[operand];
      const int axis = detail::first_contradiction(names, bound.wanted, bound.found, operand);
      if (axis < 0) continue;
      const Objection objection = detail::refuse_bound(why, operands, operand, axis);
      detail::say_bound_sources(objection, names, operands, bound.wanted[axis]);
      return objection;
    }
  }
  for (int operand = 0; operand < count; ++operand) {
    const int axis = detail::first_unsolved(operands[operand], names);
    if (axis < 0) continue;
    const Objection objection = detail::refuse_bound(why, operands, operand, axis);
    detail::say_open(objection, names, operands[operand].wanted[axis]);
    detail::say_bound_sources(objection, names, operands, operands[operand].wanted[axis]);
    return objection;
  }
  if (names.overflows()) {
    return refuse(why) << "bind: the shapes name more than " << Bindings::max_size << " axes; bind fewer at once";
  }
  return allow({});
}

}  // namespace shapeproof
