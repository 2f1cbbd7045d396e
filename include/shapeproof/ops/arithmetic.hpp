// SPDX-License-Identifier: BSL-1.0
// How are tensors computed with element by element? x + y, x - y, x * y, x / y, and each with a scalar; x += y and its
// like work in place. Shapes must be equal: nothing is broadcast silently. The buffer of an operand that nobody needs any
// more is the result's, so that (x + y) * 2 allocates once.
//
//   [a, b] + [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {

// Whether two shapes go together element by element. A and B are shapes, or tensors of these.
template <class A, class B>
concept Addable = detail::HoldsFor<detail::Elementwise<engine::Add>, A, B>;

// add(a, b), sub, mul: as a + b, a - b, a * b.
inline constexpr detail::Function<detail::Binary<engine::Add>> add;
inline constexpr detail::Function<detail::Binary<engine::Subtract>> sub;
inline constexpr detail::Function<detail::Binary<engine::Multiply>> mul;

// add_into(out, a, b): the same, written into out, which may be a or b.
inline constexpr detail::Function<detail::BinaryInto<engine::Add>> add_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Subtract>> sub_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Multiply>> mul_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Divide>> div_into;

// neg(x): as -x. Integers wrap around.
inline constexpr detail::Function<detail::Unary<engine::Negate>> neg;
inline constexpr detail::Function<detail::UnaryInto<engine::Negate>> neg_into;

// a + b: the sum element by element. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator+(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Add, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Add, A, B>>
{
  return detail::binary<engine::Add>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator+(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Add, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Add, A, B>>;

// a - b: the difference.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator-(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Subtract, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Subtract, A, B>>
{
  return detail::binary<engine::Subtract>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator-(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Subtract, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Subtract, A, B>>;

// a * b: the product.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator*(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Multiply, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Multiply, A, B>>
{
  return detail::binary<engine::Multiply>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator*(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Multiply, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Multiply, A, B>>;

// a / b: the quotient. Integers and bool do not divide.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator/(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Divide, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Divide, A, B>>
{
  return detail::binary<engine::Divide>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator/(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Divide, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Divide, A, B>>;

// div(a, b): as a / b.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto div(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Divide, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Divide, A, B>>
{
  return detail::binary<engine::Divide>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto div(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Divide, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Divide, A, B>>;

// a += b: in place, as long as nobody shares a. b may be a scalar, or a itself.
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
constexpr auto operator+=(A& a, const B& b) -> detail::Compound<engine::Add, A, B>
  requires detail::Fits<detail::Compound<engine::Add, A, B>>
{
  detail::binary_into<engine::Add>(a, a, b);
  return a;
}
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
auto operator+=(A& a, const B& b) -> detail::Compound<engine::Add, A, B>
  requires detail::Refuses<detail::Compound<engine::Add, A, B>>;

// a -= b: takes b off each element, in place.
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
constexpr auto operator-=(A& a, const B& b) -> detail::Compound<engine::Subtract, A, B>
  requires detail::Fits<detail::Compound<engine::Subtract, A, B>>
{
  detail::binary_into<engine::Subtract>(a, a, b);
  return a;
}
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
auto operator-=(A& a, const B& b) -> detail::Compound<engine::Subtract, A, B>
  requires detail::Refuses<detail::Compound<engine::Subtract, A, B>>;

// a *= b: multiplies element by element, in place.
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
constexpr auto operator*=(A& a, const B& b) -> detail::Compound<engine::Multiply, A, B>
  requires detail::Fits<detail::Compound<engine::Multiply, A, B>>
{
  detail::binary_into<engine::Multiply>(a, a, b);
  return a;
}
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
auto operator*=(A& a, const B& b) -> detail::Compound<engine::Multiply, A, B>
  requires detail::Refuses<detail::Compound<engine::Multiply, A, B>>;

// a /= b: divides element by element, in place.
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
constexpr auto operator/=(A& a, const B& b) -> detail::Compound<engine::Divide, A, B>
  requires detail::Fits<detail::Compound<engine::Divide, A, B>>
{
  detail::binary_into<engine::Divide>(a, a, b);
  return a;
}
template <detail::Operand A, class B>
  requires detail::Computable<A, B>
auto operator/=(A& a, const B& b) -> detail::Compound<engine::Divide, A, B>
  requires detail::Refuses<detail::Compound<engine::Divide, A, B>>;

// -x: each element with its sign changed.
template <detail::Given X>
constexpr auto operator-(X&& x) -> detail::ElementwiseOutcome<engine::Negate, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Negate, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Negate, X>>(engine::Negate{}, std::forward<X>(x));
}
template <detail::Given X>
auto operator-(X&& x) -> detail::ElementwiseOutcome<engine::Negate, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Negate, X>>;

}  // namespace shapeproof
