// SPDX-License-Identifier: BSL-1.0
// Which elements does a function take? exp wants fractions, sign an order, relu numbers.
#pragma once

#include "elementwise.hpp"

namespace shapeproof {

// Which elements an operation can do with.
enum class ElementKind {
  any,
  ordered,      // no complex numbers
  number,       // no bool
  real_number,  // neither
  floating,     // half, float, double and complex numbers
  real_floating
};

// Whether elements are of the wanted kind.
constexpr Ruling element_kind_rule(const char* operation, ElementKind wanted, ElementType type,
                                   Refusal* why = nullptr) {
  const bool wants_floating = wanted == ElementKind::floating || wanted == ElementKind::real_floating;
  const bool wants_real =
      wanted == ElementKind::ordered || wanted == ElementKind::real_number || wanted == ElementKind::real_floating;
  if (wants_real && type >= ElementType::complex64) {
    return refuse(why) << operation << ": elements are " << type << ", complex numbers; real ones are wanted";
  }
  if (wants_floating && !is_floating(type)) {
    return refuse(why) << operation << ": elements are " << type << "; cast<float>(x) gives them fractions";
  }
  const bool wants_number = wanted == ElementKind::number || wanted == ElementKind::real_number;
  return wants_number ? arithmetic_rule(operation, false, type, why) : allow({});
}

}  // namespace shapeproof
