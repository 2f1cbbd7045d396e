// SPDX-License-Identifier: BSL-1.0
// How are tensors computed with element by element? x + y, x - y, x * y, x / y, and each with a scalar. Shapes must be
// equal: nothing is broadcast silently.
//
//   [a, b] + [a, b] -> [a, b]
#pragma once

#include "../message.hpp"

#include "../rules/elementwise.hpp"
#include "cast.hpp"

namespace shapeproof {
namespace detail {

struct Add {
  static constexpr const char* name = "add";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left + right;
  }
};
struct Subtract {
  static constexpr const char* name = "sub";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left - right;
  }
};
struct Multiply {
  static constexpr const char* name = "mul";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left * right;
  }
};
struct Divide {
  static constexpr const char* name = "div";
  static constexpr bool divides = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left / right;
  }
};

// Integers wrap around, as NumPy's do: computed without a sign, in at least 32 bits.
template <class Operation, class T>
constexpr T apply(const T& left, const T& right) {
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    using Wide = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    return static_cast<T>(Operation::apply(static_cast<Wide>(left), static_cast<Wide>(right)));
  } else if constexpr (std::is_same_v<T, half>) {
    return half(Operation::apply(static_cast<float>(left), static_cast<float>(right)));
  } else {
    return Operation::apply(left, right);
  }
}

template <class Type>
concept Scalar = std::is_arithmetic_v<Type> || std::is_same_v<Type, half> || ComplexLike<Type>;

// The element types of two operands.
template <class Operation, class A, class B>
struct Elements {
  constexpr Ruling operator()(Refusal* why) const {
    constexpr ElementType left = element_type<typename A::element>;
    const Ruling ruling = same_element_rule(Operation::name, left, element_type<typename B::element>, why);
    return ruling.holds ? arithmetic_rule(Operation::name, Operation::divides, left, why) : ruling;
  }
};
template <class Operation, class X, Scalar V>
struct Elements<Operation, X, V> {
  constexpr Ruling operator()(Refusal* why) const {
    constexpr bool is_fractional = !std::is_integral_v<V>;
    constexpr ElementType elements = element_type<typename X::element>;
    const Ruling ruling = scalar_rule(Operation::name, elements, is_fractional, why);
    return ruling.holds ? arithmetic_rule(Operation::name, Operation::divides, elements, why) : ruling;
  }
};
template <class Operation, Scalar V, class X>
struct Elements<Operation, V, X> : Elements<Operation, X, V> {};

template <class Operation>
struct Elementwise {
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return elementwise_rule(Operation::name, left, right, why);
  }
};

template <class Operation, class A, class B>
struct ArithmeticOutcomeOf : OutcomeIf<Elements<Operation, A, B>, Elementwise<Operation>, A, B> {};
template <class Operation, Operand X, Scalar V>
struct ArithmeticOutcomeOf<Operation, X, V> : OutcomeIf<Elements<Operation, X, V>, SameShape, X> {};
template <class Operation, Scalar V, Operand X>
struct ArithmeticOutcomeOf<Operation, V, X> : OutcomeIf<Elements<Operation, V, X>, SameShape, X> {};

template <class Operation, class A, class B>
using ArithmeticOutcome = typename ArithmeticOutcomeOf<Operation, A, B>::type;

// Two tensors, or a tensor and a scalar on either side.
template <class A, class B>
concept Computable = (Operand<A> && (Operand<B> || Scalar<B>)) || (Scalar<A> && Operand<B>);

template <class Operation, class A, class B>
constexpr auto arithmetic(const A& a, const B& b) -> ArithmeticOutcome<Operation, A, B> {
  using Result = ArithmeticOutcome<Operation, A, B>;
  if constexpr (is_refused<Result>) {
    return {};
  } else if constexpr (Scalar<A>) {
    const auto scalar = cast_element<typename B::element>(a);
    return mapped<Result>(b, [&](const auto& element) { return apply<Operation>(scalar, element); });
  } else if constexpr (Scalar<B>) {
    const auto scalar = cast_element<typename A::element>(b);
    return mapped<Result>(a, [&](const auto& element) { return apply<Operation>(element, scalar); });
  } else {
    const auto kernel = [&](auto* out, const Extents& extents) {
      const auto* left = a.data();
      const auto* right = b.data();
      const std::int64_t count = extents.count();
      for (std::int64_t i = 0; i < count; ++i) out[i] = apply<Operation>(left[i], right[i]);
    };
    return computed<Result>(Elementwise<Operation>{}, kernel, a, b);
  }
}

}  // namespace detail

// Whether two shapes go together element by element. A and B are shapes, or tensors of these.
template <class A, class B>
concept Addable = detail::HoldsFor<detail::Elementwise<detail::Add>, A, B>;

// add(a, b), a + b: the sum element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto add(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Add, A, B> {
  return detail::arithmetic<detail::Add>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator+(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Add, A, B> {
  return detail::arithmetic<detail::Add>(a, b);
}

// sub(a, b), a - b: the difference element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto sub(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Subtract, A, B> {
  return detail::arithmetic<detail::Subtract>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator-(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Subtract, A, B> {
  return detail::arithmetic<detail::Subtract>(a, b);
}

// mul(a, b), a * b: the product element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto mul(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Multiply, A, B> {
  return detail::arithmetic<detail::Multiply>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator*(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Multiply, A, B> {
  return detail::arithmetic<detail::Multiply>(a, b);
}

// div(a, b), a / b: the quotient, of elements that have fractions, element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto div(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Divide, A, B> {
  return detail::arithmetic<detail::Divide>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator/(const A& a, const B& b) -> detail::ArithmeticOutcome<detail::Divide, A, B> {
  return detail::arithmetic<detail::Divide>(a, b);
}

}  // namespace shapeproof
