// SPDX-License-Identifier: BSL-1.0
// What is computed element by element? Each operation: its name, the elements that it takes, and, where that is
// arithmetic, how. What an operation is to NaN and infinity is PyTorch's choice.
#pragma once

#include "../rules/element_kind.hpp"
#include "math/bits.hpp"

namespace shapeproof::engine {

template <class T>
concept Real = std::is_arithmetic_v<T>;
template <class T>
concept Complex = shapeproof::detail::ComplexLike<T>;

// What an operation is unless it says otherwise.
struct Operation {
  static constexpr bool gives_bool = false;
  // Whether integers are computed without their sign.
  static constexpr bool wraps = false;
};
struct Question : Operation {
  static constexpr bool gives_bool = true;
};

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
inline constexpr bool has_fractions = std::is_floating_point_v<T>;
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

struct Relu : Operation {
  static constexpr const char* name = "relu";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::choose(x < T{0}, T{0}, x);
    else return x < T{0} ? T{0} : x;
  }
};
struct LeakyRelu : Operation {
  static constexpr const char* name = "leaky_relu";
  static constexpr auto kind = ElementKind::real_floating;
  double slope = 0.01;
  template <Real T>
  constexpr T apply(T x) const {
    const T flatter = static_cast<T>(slope) * x;
    if constexpr (has_fractions<T>) return math::choose(x < T{0}, flatter, x);
    else return x < T{0} ? flatter : x;
  }
};

// Those that follow are in definitions/elementwise.hpp.
struct Exp : Operation {
  static constexpr const char* name = "exp";
  static constexpr auto kind = ElementKind::floating;
};
struct Expm1 : Operation {
  static constexpr const char* name = "expm1";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Log : Operation {
  static constexpr const char* name = "log";
  static constexpr auto kind = ElementKind::floating;
};
struct Log1p : Operation {
  static constexpr const char* name = "log1p";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Sqrt : Operation {
  static constexpr const char* name = "sqrt";
  static constexpr auto kind = ElementKind::floating;
};
struct Rsqrt : Operation {
  static constexpr const char* name = "rsqrt";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Sin : Operation {
  static constexpr const char* name = "sin";
  static constexpr auto kind = ElementKind::floating;
};
struct Cos : Operation {
  static constexpr const char* name = "cos";
  static constexpr auto kind = ElementKind::floating;
};
struct Tanh : Operation {
  static constexpr const char* name = "tanh";
  static constexpr auto kind = ElementKind::floating;
};
struct Erf : Operation {
  static constexpr const char* name = "erf";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Sigmoid : Operation {
  static constexpr const char* name = "sigmoid";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Elu : Operation {
  static constexpr const char* name = "elu";
  static constexpr auto kind = ElementKind::real_floating;
  double alpha = 1;
};
struct Silu : Operation {
  static constexpr const char* name = "silu";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Gelu : Operation {
  static constexpr const char* name = "gelu";
  static constexpr auto kind = ElementKind::real_floating;
};
struct GeluTanh : Operation {
  static constexpr const char* name = "gelu_tanh";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Softplus : Operation {
  static constexpr const char* name = "softplus";
  static constexpr auto kind = ElementKind::real_floating;
};

}  // namespace shapeproof::engine
