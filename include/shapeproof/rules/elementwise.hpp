// SPDX-License-Identifier: BSL-1.0
// Which operands go together element by element? Equal shapes of equal element type; nothing is broadcast silently.
//
//   [a, b] + [a, b] -> [a, b]
#pragma once

#include "../element.hpp"
#include "broadcast.hpp"

namespace shapeproof {

// Equal shapes: no axis is broadcast. [a, b], [a, b] -> [a, b].
constexpr Ruling elementwise_rule(const char* operation, const ShapeValue& left, const ShapeValue& right,
                                  Refusal* why = nullptr) {
  if (left.rank != right.rank) {
    const Objection objection = refuse(why);
    objection << operation << ": rank " << left.rank << " on the left and " << right.rank << " on the right";
    detail::hint_at_broadcast(objection, left, right);
    return objection;
  }
  if (left.is_known() && left == right) return allow(left);
  ShapeValue result = left;
  bool checks = false;
  for (int axis = 0; axis < left.rank; ++axis) {
    const Ruling same = same_extent_rule(operation, axis, left[axis], right[axis], why);
    if (!same.holds) {
      detail::hint_at_broadcast(Objection(why), left, right);
      return same;
    }
    result[axis] = same.result[0];
    checks = checks || same.checks_at_run_time;
  }
  if (const Ruling names = same_names_rule(operation, left, right, why); !names.holds) return names;
  return allow(result, checks);
}

// Both operands hold elements of one type.
constexpr Ruling same_element_rule(const char* operation, ElementType left, ElementType right, Refusal* why = nullptr) {
  if (left != right) {
    return refuse(why) << operation << ": " << left << " on the left and " << right << " on the right; cast<"
                       << code_of(left) << ">(right) or cast<" << code_of(right) << ">(left) makes them equal";
  }
  return allow({});
}

// A scalar beside a tensor is converted to the tensor's element type where that keeps its kind.
constexpr Ruling scalar_rule(const char* operation, ElementType tensor, bool scalar_is_floating, bool scalar_is_complex,
                             Refusal* why = nullptr) {
  if (scalar_is_complex && tensor < ElementType::complex64) {
    return refuse(why) << operation << ": a complex scalar beside elements of " << tensor
                       << "; cast<std::complex<float>>(tensor) first";
  }
  if (scalar_is_floating && !is_floating(tensor)) {
    return refuse(why) << operation << ": a floating-point scalar beside elements of " << tensor
                       << " would be cut to an integer; cast<float>(tensor) first";
  }
  return allow({});
}

// Arithmetic wants numbers, and / wants numbers that have fractions: an integer quotient would be cut.
constexpr Ruling arithmetic_rule(const char* operation, bool divides, ElementType type, Refusal* why = nullptr) {
  if (type == ElementType::boolean) {
    return refuse(why) << operation << ": elements are bool; cast<std::int32_t>(x) makes numbers of them";
  }
  if (divides && !is_floating(type)) {
    return refuse(why) << operation << ": elements are " << type
                       << " and a quotient would be cut; cast<float>(x) divides with fractions";
  }
  return allow({});
}

}  // namespace shapeproof
