// SPDX-License-Identifier: BSL-1.0
// What may be chosen from, element by element? A condition of bool, and two tensors of its shape.
//
//   where [a, b], [a, b], [a, b] -> [a, b]
#pragma once

#include "elementwise.hpp"

namespace shapeproof {

// With two tensors, and with one, the other choice being a scalar.
constexpr Ruling where_x_rule(const ShapeValue& condition, const ShapeValue& x, Refusal* why = nullptr) {
  return elementwise_rule("where (condition, x)", condition, x, why);
}
// [...], [...] -> the same.
constexpr Ruling where_y_rule(const ShapeValue& condition, const ShapeValue& y, Refusal* why = nullptr) {
  return elementwise_rule("where (condition, y)", condition, y, why);
}
// [...], [...], [...] -> the same.
constexpr Ruling where_rule(const ShapeValue& condition, const ShapeValue& x, const ShapeValue& y,
                            Refusal* why = nullptr) {
  const Ruling first = where_x_rule(condition, x, why);
  if (!first.holds) return first;
  Ruling both = elementwise_rule("where (x, y)", first.result, y, why);
  both.checks_at_run_time = both.checks_at_run_time || first.checks_at_run_time;
  return both;
}

// A condition is bool.
constexpr Ruling condition_rule(const char* operation, ElementType condition, Refusal* why = nullptr) {
  if (condition != ElementType::boolean) {
    return refuse(why) << operation << ": the condition holds " << condition
                       << ", bool is wanted; ne(condition, 0) is true where it is not 0";
  }
  return allow({});
}

}  // namespace shapeproof
