// SPDX-License-Identifier: BSL-1.0
// How are tensors computed with element by element? x + y, x - y, x * y, x / y, and each with a scalar. Shapes must be
// equal: nothing is broadcast silently.
//
//   [a, b] + [a, b] -> [a, b]
#pragma once

#include "../message.hpp"

#include "../engine/cast.hpp"
#include "../engine/elementwise.hpp"
#include "../rules/elementwise.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

template <class Type>
concept Scalar = std::is_arithmetic_v<Type> || std::is_same_v<Type, half> || ComplexLike<Type>;

// The element types of two operands. Asked once for two element types, not for each shape.
template <class Operation, class L, class R>
struct Elements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = same_element_rule(Operation::name, element_type<L>, element_type<R>, why);
    return ruling.holds ? arithmetic_rule(Operation::name, Operation::divides, element_type<L>, why) : ruling;
  }
};
template <class Operation, class T, class V>
struct ElementsAndScalar {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = scalar_rule(Operation::name, element_type<T>, !std::is_integral_v<V>, ComplexLike<V>, why);
    return ruling.holds ? arithmetic_rule(Operation::name, Operation::divides, element_type<T>, why) : ruling;
  }
};

template <class Operation>
struct Elementwise {
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return elementwise_rule(Operation::name, left, right, why);
  }
};

template <class Operation, class A, class B>
struct ArithmeticOutcomeOf : OutcomeIf<Elements<Operation, ElementIn<A>, ElementIn<B>>, Elementwise<Operation>, A, B> {
};
template <class Operation, Operand X, Scalar V>
struct ArithmeticOutcomeOf<Operation, X, V> : OutcomeIf<ElementsAndScalar<Operation, ElementIn<X>, V>, SameShape, X> {};
template <class Operation, Scalar V, Operand X>
struct ArithmeticOutcomeOf<Operation, V, X> : ArithmeticOutcomeOf<Operation, X, V> {};

template <class Operation, class A, class B>
using ArithmeticOutcome = typename ArithmeticOutcomeOf<Operation, A, B>::type;

// Two tensors, or a tensor and a scalar on either side.
template <class A, class B>
concept Computable = (Operand<A> && (Operand<B> || Scalar<B>)) || (Scalar<A> && Operand<B>);

template <class Operation, class A, class B>
constexpr auto arithmetic(const A& a, const B& b) -> ArithmeticOutcome<Operation, A, B> {
  using Result = ArithmeticOutcome<Operation, A, B>;
  if constexpr (Scalar<A>) {
    auto result = uninitialized<Result>(b.extents());
    engine::combine<Operation>(engine::cast_element<ElementIn<B>>(a), b.data(), fresh(result), b.element_count());
    return result;
  } else if constexpr (Scalar<B>) {
    auto result = uninitialized<Result>(a.extents());
    engine::combine<Operation>(a.data(), engine::cast_element<ElementIn<A>>(b), fresh(result), a.element_count());
    return result;
  } else {
    auto result = uninitialized<Result>(settle(Elementwise<Operation>{}, a, b));
    engine::combine<Operation>(a.data(), b.data(), fresh(result), result.element_count());
    return result;
  }
}

}  // namespace detail

// Whether two shapes go together element by element. A and B are shapes, or tensors of these.
template <class A, class B>
concept Addable = detail::HoldsFor<detail::Elementwise<engine::Add>, A, B>;

// add(a, b), a + b: the sum element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto add(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Add, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Add, A, B>>
{
  return detail::arithmetic<engine::Add>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto add(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Add, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Add, A, B>>;
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator+(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Add, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Add, A, B>>
{
  return detail::arithmetic<engine::Add>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator+(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Add, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Add, A, B>>;

// sub(a, b), a - b: the difference element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto sub(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Subtract, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Subtract, A, B>>
{
  return detail::arithmetic<engine::Subtract>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto sub(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Subtract, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Subtract, A, B>>;
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator-(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Subtract, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Subtract, A, B>>
{
  return detail::arithmetic<engine::Subtract>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator-(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Subtract, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Subtract, A, B>>;

// mul(a, b), a * b: the product element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto mul(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Multiply, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Multiply, A, B>>
{
  return detail::arithmetic<engine::Multiply>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto mul(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Multiply, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Multiply, A, B>>;
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator*(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Multiply, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Multiply, A, B>>
{
  return detail::arithmetic<engine::Multiply>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator*(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Multiply, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Multiply, A, B>>;

// div(a, b), a / b: the quotient, of elements that have fractions, element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto div(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Divide, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Divide, A, B>>
{
  return detail::arithmetic<engine::Divide>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto div(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Divide, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Divide, A, B>>;
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator/(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Divide, A, B>
  requires detail::Fits<detail::ArithmeticOutcome<engine::Divide, A, B>>
{
  return detail::arithmetic<engine::Divide>(a, b);
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator/(const A& a, const B& b) -> detail::ArithmeticOutcome<engine::Divide, A, B>
  requires detail::Refuses<detail::ArithmeticOutcome<engine::Divide, A, B>>;

}  // namespace shapeproof
