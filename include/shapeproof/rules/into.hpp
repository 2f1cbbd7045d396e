// SPDX-License-Identifier: BSL-1.0
// May an operation write its result into a tensor that is there already? `out` must have the result's shape and element
// type.
//
//   exp_into(out, x)   x [a, b], out [a, b]
#pragma once

#include "../element.hpp"
#include "same.hpp"

namespace shapeproof {
namespace detail {

// The worst relation of two shapes' axes; a name that holds two numbers is one too.
constexpr Comparison compare_shapes(const ShapeValue& result, const ShapeValue& out) {
  if (result.rank != out.rank) return {Relation::differ};
  Comparison all{Relation::equal};
  for (int axis = 0; axis < result.rank; ++axis) {
    const Comparison one = compare(result[axis], out[axis]);
    if (!one.holds()) return one;
    if (one.relation == Relation::check) all = one;
  }
  return same_names_rule("", result, out).holds ? all : Comparison{Relation::differ};
}

}  // namespace detail

// `result` is what the operation makes of its operands. The ruling's result is that shape.
constexpr Ruling into_rule(const char* operation, const ShapeValue& result, const ShapeValue& out,
                           Refusal* why = nullptr) {
  const Comparison comparison = detail::compare_shapes(result, out);
  if (comparison.holds()) return allow(result, comparison.relation == Relation::check);
  if (why != nullptr) {
    why->expected = result;
    why->found = out;
  }
  if (comparison.relation == Relation::unproven) {
    return refuse(why) << operation << "_into: the result is " << result << ", out is " << out
                       << ", which cannot be shown equal; as<Shape<...>> on an operand checks it at run time";
  }
  return refuse(why) << operation << "_into: the result is " << result << ", out is " << out;
}

// The result's elements are those of the tensor that it is written to.
constexpr Ruling into_element_rule(const char* operation, ElementType result, ElementType out, Refusal* why = nullptr) {
  if (result != out) {
    return refuse(why) << operation << "_into: the elements of the result are " << result << ", those of out are "
                       << out;
  }
  return allow({});
}

}  // namespace shapeproof
