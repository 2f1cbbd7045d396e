// SPDX-License-Identifier: BSL-1.0
// Which tensors can be joined? Any number of them, equal along all axes but the joined one.
//
//   concat<1>   [a, b], [a, c] -> [a, b + c]
//   stack<1>    [a, b], [a, b] -> [a, 2, b]
#pragma once

#include "../element.hpp"
#include "axes.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// The shapes of any number of operands; somebody else keeps them. Where many are compared with the first one by one,
// `second` is the number of the other.
struct OperandShapes {
  const ShapeValue* const* shapes = nullptr;  // in order
  int count = 0;                              // how many
  int second = 1;                             // the number of the second one, where a list is looked at pair by pair
  // The shape of an operand.
  [[nodiscard]] constexpr const ShapeValue& operator[](int operand) const { return *shapes[operand]; }
  // Its number, for errors.
  [[nodiscard]] constexpr int number(int operand) const { return operand == 0 ? 0 : operand - 1 + second; }
};

namespace detail {

// Names that hold a number in two operands hold the same one.
constexpr Ruling names_of_operands_rule(const char* operation, const OperandShapes& all, Refusal* why) {
  Bindings names;
  for (int operand = 0; operand < all.count; ++operand) {
    const ShapeValue& shape = all[operand];
    if (!has_bound_names(shape, shape)) continue;
    if (const int axis = first_contradiction(names, shape, shape, operand); axis >= 0) {
      return refuse(why, axis) << operation << ": axis " << axis << " of operand " << all.number(operand) << " is "
                               << shape[axis] << ", but an operand before it says otherwise; a name holds one number";
    }
  }
  return allow({});
}

// All axes are equal but `joined` (-1: none is joined). The ruling's result is the first operand's shape with the
// better-known extents.
constexpr Ruling alike_rule(const char* operation, int named_axis, const OperandShapes& all, int joined, Refusal* why) {
  const char* advice = joined < 0 ? "all axes must be equal" : "all axes but the joined one must be equal";
  Ruling result = allow(all[0]);
  for (int operand = 1; operand < all.count; ++operand) {
    const ShapeValue& other = all[operand];
    if (other.rank != all[0].rank) {
      return refuse(why) << operation << " along axis " << named_axis << ": rank " << all[0].rank
                         << " in operand 0 and " << other.rank << " in operand " << all.number(operand)
                         << "; ranks must be equal";
    }
    for (int axis = 0; axis < other.rank; ++axis) {
      if (axis == joined) continue;
      const ExtentValue& first = result.result[axis];
      const Comparison comparison = compare(first, other[axis]);
      if (!comparison.holds()) {
        const Relation relation = comparison.relation;
        const Objection objection = refuse(why, axis);
        objection << operation << " along axis " << named_axis << ": axis " << axis << " is " << said(first, relation)
                  << " in operand 0 and " << said(other[axis], relation) << " in operand " << all.number(operand);
        if (relation == Relation::differ) objection << "; " << advice;
        else say_why(objection, relation, first, other[axis]);
        return objection;
      }
      result.checks_at_run_time = result.checks_at_run_time || comparison.relation == Relation::check;
      result.result[axis] = comparison.kept;
    }
  }
  return result;
}

}  // namespace detail

// [a, b], [a, c] along axis 1 -> [a, b + c]; all other axes are equal.
constexpr Ruling concat_rule(int axis, const OperandShapes& all, Refusal* why = nullptr) {
  // run time only: tests/ops/concat.cpp
  if (all.count == 0) return refuse(why) << "concat: there is no tensor to join; at least one is wanted";
  if (const Ruling ruling = axis_rule("concat", axis, all[0].rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, all[0].rank);
  Ruling result = detail::alike_rule("concat", at, all, at, why);
  if (!result.holds) return result;
  if (const Ruling names = detail::names_of_operands_rule("concat", all, why); !names.holds) return names;
  for (int operand = 1; operand < all.count; ++operand) {
    result.result[at] = result.result[at] + all[operand][at];
    // Names that go with their operand must hold there too.
    result.checks_at_run_time = result.checks_at_run_time || !all[operand].is_known();
  }
  if (const Ruling formed = well_formed_rule(result.result, why); !formed.holds) return formed;
  return result;
}

// `axis` is where the new axis stands in the result.
constexpr Ruling stack_rule(int axis, const OperandShapes& all, Refusal* why = nullptr) {
  // run time only: tests/ops/concat.cpp
  if (all.count == 0) return refuse(why) << "stack: there is no tensor to join; at least one is wanted";
  const int rank = all[0].rank;
  if (rank == ShapeValue::max_rank) {
    return refuse(why) << "stack: the operands have rank " << rank << " already, the highest there is";
  }
  if (const Ruling ruling = axis_rule("stack", axis, rank + 1, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, rank + 1);
  const Ruling same = detail::alike_rule("stack", at, all, -1, why);
  if (!same.holds) return same;
  if (const Ruling names = detail::names_of_operands_rule("stack", all, why); !names.holds) return names;
  const ShapeValue result = detail::with_axis(same.result, at, all.count);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, same.checks_at_run_time);
}

// What is joined is of one element type.
constexpr Ruling joined_element_rule(const char* operation, int operand, ElementType first, ElementType other,
                                     Refusal* why = nullptr) {
  if (first != other) {
    return refuse(why) << operation << ": elements are " << first << " in operand 0 and " << other << " in operand "
                       << operand << "; cast<" << code_of(first) << ">(x) makes them equal";
  }
  return allow({});
}

}  // namespace shapeproof
