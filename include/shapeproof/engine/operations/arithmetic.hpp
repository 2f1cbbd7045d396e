// SPDX-License-Identifier: BSL-1.0
// How are two elements made one?
#pragma once

#include "operation.hpp"

namespace shapeproof::engine {

struct Add : Operation {
  static constexpr const char* name = "add";
  static constexpr bool divides = false;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left + right;
  }
};
struct Subtract : Operation {
  static constexpr const char* name = "sub";
  static constexpr bool divides = false;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left - right;
  }
};
struct Multiply : Operation {
  static constexpr const char* name = "mul";
  static constexpr bool divides = false;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left * right;
  }
};
struct Divide : Operation {
  static constexpr const char* name = "div";
  static constexpr bool divides = true;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left / right;
  }
};

// NaN where either is.
struct Minimum : Operation {
  static constexpr const char* name = "minimum";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool keeps_order = true;
  template <Real T>
  static constexpr T apply(T left, T right) {
    const T smaller = right < left ? right : left;
    return right != right ? right : smaller;
  }
};
struct Maximum : Operation {
  static constexpr const char* name = "maximum";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool keeps_order = true;
  template <Real T>
  static constexpr T apply(T left, T right) {
    const T larger = right > left ? right : left;
    return right != right ? right : larger;
  }
};

// left^right, as C's pow.
struct Power : Operation {
  static constexpr const char* name = "pow";
  static constexpr auto kind = ElementKind::real_floating;
};

}  // namespace shapeproof::engine
