// SPDX-License-Identifier: BSL-1.0
// How are numbers made simpler one by one?
#pragma once

#include "operation.hpp"

namespace shapeproof::engine {

// Of a complex number, its distance from 0, which is real. The smallest integer stays what it is.
struct Abs : Operation {
  static constexpr const char* name = "abs";
  static constexpr auto kind = ElementKind::number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::magnitude(x);
    else if constexpr (std::is_unsigned_v<T>) return x;
    else return x < 0 ? static_cast<T>(0 - static_cast<std::make_unsigned_t<T>>(x)) : x;
  }
};
struct Negate : Operation {
  static constexpr const char* name = "neg";
  static constexpr auto kind = ElementKind::number;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& x) {
    return -x;
  }
};
// -1, 0 or 1; NaN for NaN.
struct Sign : Operation {
  static constexpr const char* name = "sign";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    const T sign = static_cast<T>(static_cast<T>(x > T{0}) - static_cast<T>(x < T{0}));
    return x != x ? x : sign;
  }
};
struct Square : Operation {
  static constexpr const char* name = "square";
  static constexpr auto kind = ElementKind::number;
  static constexpr bool wraps = true;
  template <class T>
  static constexpr T apply(const T& x) {
    return x * x;
  }
};
struct Reciprocal : Operation {
  static constexpr const char* name = "reciprocal";
  static constexpr auto kind = ElementKind::floating;
  template <class T>
  static constexpr T apply(const T& x) {
    return T(1) / x;
  }
};

// Integers are whole already.
struct Floor : Operation {
  static constexpr const char* name = "floor";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::floor(x);
    else return x;
  }
};
struct Ceil : Operation {
  static constexpr const char* name = "ceil";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::ceil(x);
    else return x;
  }
};
// Halves go to the even number.
struct Round : Operation {
  static constexpr const char* name = "round";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::round_to_even(x);
    else return x;
  }
};

// NaN stays NaN; where low is above high, everything is high.
template <class T>
struct Clamp : Operation {
  static constexpr const char* name = "clamp";
  static constexpr auto kind = ElementKind::real_number;
  T low;
  T high;
  template <Real U>
  constexpr U apply(U x) const {
    const U raised = x < U(low) ? U(low) : x;
    return raised > U(high) ? U(high) : raised;
  }
};

}  // namespace shapeproof::engine
