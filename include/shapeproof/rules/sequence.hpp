// SPDX-License-Identifier: BSL-1.0
// What do layers of sequences want? A batch of sequences of features, [n, t, d], and states and masks that go with it.
#pragma once

#include "normalize.hpp"

namespace shapeproof {
namespace detail {

// One axis of an operand, with the word for the operand in a sentence.
struct AxisOf {
  const char* word;
  const ShapeValue& shape;
  int axis;
  [[nodiscard]] constexpr const ExtentValue& extent() const { return shape[axis]; }
};

// Two axes that are the same one. The result is the extent kept.
constexpr Ruling axes_agree_rule(const char* operation, const AxisOf& left, const AxisOf& right, Refusal* why) {
  const Comparison comparison = compare(left.extent(), right.extent());
  if (!comparison.holds()) {
    const Objection objection = refuse(why, right.axis);
    objection << operation << ": axis " << left.axis << " of the " << left.word << " is "
              << said(left.extent(), comparison.relation) << ", axis " << right.axis << " of the " << right.word
              << " is " << said(right.extent(), comparison.relation);
    say_why(objection, comparison.relation, left.extent(), right.extent());
    return objection;
  }
  return allow(comparison.kept, comparison.relation == Relation::check);
}

// Names in the operands of one operation hold one number each. Axes that are the same ones were compared before.
constexpr Ruling names_agree_rule(const char* operation, const AxisOf& left, const AxisOf& right, Refusal* why) {
  if (!has_bound_names(left.shape, left.shape) || !has_bound_names(right.shape, right.shape)) return allow({});
  Bindings names;
  first_contradiction(names, left.shape, left.shape, 0);
  if (const int axis = first_contradiction(names, right.shape, right.shape, 1); axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " of the " << right.word << " is "
                             << right.shape[axis] << ", but the " << left.word
                             << " says otherwise; a name holds one number";
  }
  return allow({});
}

}  // namespace detail

// [batch, time, features], so many of them.
constexpr Ruling sequence_rule(const char* operation, const char* word, const ShapeValue& shape, std::int64_t features,
                               Refusal* why = nullptr) {
  if (shape.rank != 3) {
    return refuse(why) << operation << ": the " << word << " is " << shape << "; a batch (axis 0), a time (axis 1) and "
                       << features << " features (axis 2) are wanted";
  }
  const Comparison comparison = compare(shape[2], features);
  if (!comparison.holds()) {
    return refuse(why, 2) << operation << ": the last axis of the " << word << " holds " << shape[2] << " features, "
                          << features << " are wanted";
  }
  return allow(shape, comparison.relation == Relation::check);
}

// Parameters of layers are float, and what meets them is too.
constexpr Ruling layer_element_rule(const char* operation, const char* word, ElementType type, Refusal* why = nullptr) {
  if (type == ElementType::float32) return allow({});
  return refuse(why) << operation << ": the " << word << " holds " << type << ", the parameters "
                     << ElementType::float32 << "; cast<float>(" << word << ") makes them equal";
}

}  // namespace shapeproof
