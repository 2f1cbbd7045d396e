// SPDX-License-Identifier: BSL-1.0
// Which axes are reduced, and what is left of a shape?
//
//   sum<1>              [a, b, c] -> [a, c]
//   sum<1>, keep_axes   [a, b, c] -> [a, 1, c]
//   sum                 [a, b, c] -> []
#pragma once

#include "../element.hpp"
#include "axes.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// The axes that an operation names; none means all. One more is kept than a shape can have, so that a rule always finds
// the mistake in too many of them.
struct AxisSet {
  // One more than a shape has axes, so that too many are seen.
  static constexpr int capacity = ShapeValue::max_rank + 1;
  int size = 0;             // how many
  int axes[capacity] = {};  // in the order in which they were named

  // One more; past the capacity nothing is kept.
  constexpr void push_back(int axis) {
    if (size < capacity) axes[size++] = axis;
  }
};

// What an operation wants of the axes that it reduces.
struct Reduction {
  const char* name = "";             // of the operation
  bool has_value_of_nothing = true;  // the sum of no elements is 0, a maximum of none does not exist
  bool finds_place = false;          // argmax: one axis or all, of more than one element
};

namespace detail {

// Which axes of a shape an AxisSet names, one bit for each.
constexpr unsigned axis_bits(const AxisSet& axes, int rank) {
  if (axes.size == 0) return (1U << rank) - 1;
  unsigned bits = 0;
  for (int i = 0; i < axes.size; ++i) bits |= 1U << from_front(axes.axes[i], rank);
  return bits;
}

constexpr bool has_axis(unsigned bits, int axis) { return (bits >> axis & 1U) != 0; }

constexpr ShapeValue reduced_shape(const ShapeValue& from, unsigned bits, bool keeps_axes) {
  ShapeValue result;
  for (int axis = 0; axis < from.rank; ++axis) {
    if (!has_axis(bits, axis)) result.push_back(from[axis]);
    else if (keeps_axes) result.push_back(1);
  }
  return result;
}

// Whether an extent may turn out to be a number. Unknown is not false.
constexpr bool may_be(const ExtentValue& extent, std::int64_t number) { return compare(extent, number).holds(); }
constexpr bool is_open(const ExtentValue& extent, std::int64_t number) {
  return compare(extent, number).relation == Relation::check;
}

// Every named axis exists and is named once.
constexpr Ruling axis_set_rule(const char* operation, const AxisSet& axes, int rank, Refusal* why) {
  unsigned seen = 0;
  for (int i = 0; i < axes.size; ++i) {
    if (const Ruling ruling = axis_rule(operation, axes.axes[i], rank, why); !ruling.holds) return ruling;
    const int axis = from_front(axes.axes[i], rank);
    if (has_axis(seen, axis)) return refuse(why, axis) << operation << ": axis " << axis << " is named twice";
    seen |= 1U << axis;
  }
  return allow({});
}

// The place of the largest element: along one axis or among all elements, and not where there is only one to choose.
constexpr Ruling place_rule(const char* operation, const ShapeValue& known, const AxisSet& axes, Refusal* why) {
  if (axes.size > 1) {
    return refuse(why) << operation << ": " << axes.size
                       << " axes are named; name one, or none for the place among all elements";
  }
  if (axes.size == 0 && known.count().number == 1) {
    return refuse(why) << operation << ": the operand has one element; the answer would always be 0";
  }
  const int axis = axes.size == 0 ? -1 : from_front(axes.axes[0], known.rank);
  if (axis >= 0 && known[axis].number == 1) {
    return refuse(why, axis) << operation << ": axis " << axis << " is " << known[axis]
                             << "; the answer would always be 0";
  }
  return allow({});
}

}  // namespace detail

// `known` is what is known of `from` without looking at data: for a tensor with a type what the type says, also at run
// time. A batch of N samples may hold one; an axis of extent 1 may not be asked for its largest element.
constexpr Ruling reduce_rule(const Reduction& reduction, const ShapeValue& from, const ShapeValue& known,
                             const AxisSet& axes, bool keeps_axes, Refusal* why = nullptr) {
  if (const Ruling set = detail::axis_set_rule(reduction.name, axes, from.rank, why); !set.holds) return set;
  if (reduction.finds_place) {
    if (const Ruling place = detail::place_rule(reduction.name, known, axes, why); !place.holds) return place;
  }
  const unsigned bits = detail::axis_bits(axes, from.rank);
  bool checks = false;
  for (int axis = 0; axis < from.rank && !reduction.has_value_of_nothing; ++axis) {
    if (!detail::has_axis(bits, axis)) continue;
    if (from[axis].number == 0) {
      return refuse(why, axis) << reduction.name << ": axis " << axis << " is " << from[axis] << "; " << reduction.name
                               << " of no elements is not defined";
    }
    checks = checks || detail::is_open(from[axis], 0);
  }
  const ShapeValue result = detail::reduced_shape(from, bits, keeps_axes);
  // An operand of no element can have a result of too many.
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, checks);
}

// An operation along one axis that keeps the shape: softmax, cumsum.
constexpr Ruling along_rule(const char* operation, const ShapeValue& from, int axis, Refusal* why = nullptr) {
  const Ruling ruling = axis_rule(operation, axis, from.rank, why);
  return ruling.holds ? allow(from) : ruling;
}

// Which elements an operation takes.
enum class Wanted {
  any,        // also bool
  numbers,    // no bool
  ordered,    // all but complex numbers
  fractions,  // floating point, real or complex
  reals       // floating point, no complex numbers
};

// The elements have what is wanted: an order, a sum, or fractions.
constexpr Ruling wanted_rule(const char* operation, Wanted wanted, ElementType type, Refusal* why = nullptr) {
  if (wanted == Wanted::numbers && type == ElementType::boolean) {
    return refuse(why) << operation << ": elements are bool; cast<std::int64_t>(x) makes numbers of them";
  }
  if ((wanted == Wanted::fractions || wanted == Wanted::reals) && !is_floating(type)) {
    return refuse(why) << operation << ": elements are " << type << "; cast<float>(x) gives them fractions";
  }
  if ((wanted == Wanted::ordered || wanted == Wanted::reals) && type >= ElementType::complex64) {
    return refuse(why) << operation << ": elements are " << type << "; real numbers are wanted";
  }
  return allow({});
}

}  // namespace shapeproof
