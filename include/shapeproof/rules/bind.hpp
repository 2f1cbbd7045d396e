// SPDX-License-Identifier: BSL-1.0
// Do several tensors mean the same by each name? One name holds one number across all of them.
//
//   bind<Shape<N, 3>, Shape<N>>(images, labels)
#pragma once

#include "convert.hpp"

namespace shapeproof {

// One of the tensors that are bound: the shape it should have and the one it has. The label is for the sentence.
struct Bound {
  ShapeValue wanted{};
  ShapeValue found{};
  const char* label = "";
};

namespace detail {

constexpr const Objection& say_operand(const Objection& objection, const Bound* operands, int operand) {
  if (*operands[operand].label != '\0') return objection << operands[operand].label;
  return objection << "argument " << operand;
}

// "N = 16 from axis 0 of images", for each name of the extent at fault that is known from elsewhere.
constexpr void say_sources(const Objection& objection, const Bindings& names, const Bound* operands,
                           const ExtentValue& extent) {
  bool first = true;
  for (int i = 0; i < names.size(); ++i) {
    const Name text = Name::of(extent.symbol.text);
    if (!mentions(text, names[i].name) && !(names[i].name == text)) continue;
    objection << (first ? "" : ", ") << names[i].name << " = " << names[i].number << " from axis " << names[i].axis
              << " of ";
    say_operand(objection, operands, names[i].operand);
    first = false;
  }
}

}  // namespace detail

// Each operand's own shape is convert_rule's to judge; this rule is about what they say together.
constexpr Ruling bind_rule(const Bound* operands, int count, Refusal* why = nullptr) {
  Bindings names;
  // Again as long as more names are known than before: what an early expression means may follow from a later operand.
  for (int known = -1; known != names.size();) {
    known = names.size();
    for (int operand = 0; operand < count; ++operand) {
      const Bound& bound = operands[operand];
      const int axis = detail::first_contradiction(names, bound.wanted, bound.found, operand);
      if (axis < 0) continue;
      if (why != nullptr) {
        why->expected = bound.wanted;
        why->found = bound.found;
      }
      const Objection objection = refuse(why, axis);
      objection << "bind: axis " << axis << " of ";
      detail::say_operand(objection, operands, operand)
          << " is " << bound.found[axis].number << ", wanted is " << bound.wanted[axis].symbol.text << "; ";
      detail::say_sources(objection, names, operands, bound.wanted[axis]);
      return objection;
    }
  }
  if (names.overflows()) {
    return refuse(why) << "bind: the shapes name more than " << Bindings::max_size << " axes; bind fewer at once";
  }
  return allow({});
}

}  // namespace shapeproof
