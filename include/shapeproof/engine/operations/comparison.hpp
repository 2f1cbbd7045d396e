// SPDX-License-Identifier: BSL-1.0
// Which questions about elements are answered by true and false?
#pragma once

#include "operation.hpp"

namespace shapeproof::engine {

struct Equals : Question {
  static constexpr const char* name = "eq";
  static constexpr auto kind = ElementKind::any;
  static constexpr bool compares = true;
  template <class T>
  static constexpr bool apply(const T& left, const T& right) {
    return left == right;
  }
};
struct Differs : Question {
  static constexpr const char* name = "ne";
  static constexpr auto kind = ElementKind::any;
  static constexpr bool compares = true;
  template <class T>
  static constexpr bool apply(const T& left, const T& right) {
    return left != right;
  }
};
struct IsLess : Question {
  static constexpr const char* name = "lt";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool compares = true;
  template <Real T>
  static constexpr bool apply(T left, T right) {
    return left < right;
  }
};
struct IsAtMost : Question {
  static constexpr const char* name = "le";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool compares = true;
  template <Real T>
  static constexpr bool apply(T left, T right) {
    return left <= right;
  }
};
struct IsGreater : Question {
  static constexpr const char* name = "gt";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool compares = true;
  template <Real T>
  static constexpr bool apply(T left, T right) {
    return left > right;
  }
};
struct IsAtLeast : Question {
  static constexpr const char* name = "ge";
  static constexpr auto kind = ElementKind::ordered;
  static constexpr bool compares = true;
  template <Real T>
  static constexpr bool apply(T left, T right) {
    return left >= right;
  }
};

// True is what is not zero, also NaN.
template <class T>
constexpr bool is_true(const T& value) {
  return value != T{};
}
struct And : Question {
  static constexpr const char* name = "logical_and";
  static constexpr auto kind = ElementKind::any;
  static constexpr bool compares = false;
  template <class T>
  static constexpr bool apply(const T& left, const T& right) {
    return is_true(left) && is_true(right);
  }
};
struct Or : Question {
  static constexpr const char* name = "logical_or";
  static constexpr auto kind = ElementKind::any;
  static constexpr bool compares = false;
  template <class T>
  static constexpr bool apply(const T& left, const T& right) {
    return is_true(left) || is_true(right);
  }
};
struct Xor : Question {
  static constexpr const char* name = "logical_xor";
  static constexpr auto kind = ElementKind::any;
  static constexpr bool compares = false;
  template <class T>
  static constexpr bool apply(const T& left, const T& right) {
    return is_true(left) != is_true(right);
  }
};
struct Not : Question {
  static constexpr const char* name = "logical_not";
  static constexpr auto kind = ElementKind::any;
  template <class T>
  static constexpr bool apply(const T& x) {
    return !is_true(x);
  }
};

template <class T>
constexpr bool is_finite(T x) {
  if constexpr (has_fractions<T>) return math::magnitude(x) < math::Format<T>::infinity;
  else return true;
}
template <class T>
constexpr bool is_infinite(T x) {
  if constexpr (has_fractions<T>) return math::magnitude(x) == math::Format<T>::infinity;
  else return false;
}

struct IsNan : Question {
  static constexpr const char* name = "isnan";
  static constexpr auto kind = ElementKind::any;
  template <class T>
  static constexpr bool apply(const T& x) {
    return x != x;
  }
};
// A complex number is finite where both parts are, and infinite where one of them is.
struct IsFinite : Question {
  static constexpr const char* name = "isfinite";
  static constexpr auto kind = ElementKind::any;
  template <class T>
  static constexpr bool apply(const T& x) {
    if constexpr (Complex<T>) return is_finite(x.real()) && is_finite(x.imag());
    else return is_finite(x);
  }
};
struct IsInfinite : Question {
  static constexpr const char* name = "isinf";
  static constexpr auto kind = ElementKind::any;
  template <class T>
  static constexpr bool apply(const T& x) {
    if constexpr (Complex<T>) return is_infinite(x.real()) || is_infinite(x.imag());
    else return is_infinite(x);
  }
};

}  // namespace shapeproof::engine
