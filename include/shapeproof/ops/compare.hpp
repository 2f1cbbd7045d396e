// SPDX-License-Identifier: BSL-1.0
// Which elements are what? eq, lt and their like, isnan, and logic. Each gives a tensor of bool; x < y does too, but x == y
// is one bool.
//
//   lt [a, b], [a, b] -> bool [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {

// eq(a, b), ne, lt, le, gt, ge: each element of a compared with that of b. One of them may be a scalar; a number that the
// elements cannot hold is above or below all of them.
inline constexpr detail::Function<detail::Binary<engine::Equals>> eq;
inline constexpr detail::Function<detail::Binary<engine::Differs>> ne;
inline constexpr detail::Function<detail::Binary<engine::IsLess>> lt;
inline constexpr detail::Function<detail::Binary<engine::IsAtMost>> le;
inline constexpr detail::Function<detail::Binary<engine::IsGreater>> gt;
inline constexpr detail::Function<detail::Binary<engine::IsAtLeast>> ge;

// What is not 0 is true, also NaN.
inline constexpr detail::Function<detail::Binary<engine::And>> logical_and;
inline constexpr detail::Function<detail::Binary<engine::Or>> logical_or;
inline constexpr detail::Function<detail::Binary<engine::Xor>> logical_xor;
inline constexpr detail::Function<detail::Unary<engine::Not>> logical_not;

// a < b: as lt(a, b).
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator<(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsLess, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsLess, A, B>>
{
  return detail::binary<engine::IsLess>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator<(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsLess, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsLess, A, B>>;

// a <= b: as le(a, b).
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator<=(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsAtMost, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsAtMost, A, B>>
{
  return detail::binary<engine::IsAtMost>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator<=(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsAtMost, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsAtMost, A, B>>;

// a > b: as gt(a, b).
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator>(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsGreater, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsGreater, A, B>>
{
  return detail::binary<engine::IsGreater>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator>(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsGreater, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsGreater, A, B>>;

// a >= b: as ge(a, b).
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto operator>=(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsAtLeast, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsAtLeast, A, B>>
{
  return detail::binary<engine::IsAtLeast>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto operator>=(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::IsAtLeast, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsAtLeast, A, B>>;

// isnan(x): true where an element is not a number.
template <detail::Given X>
constexpr auto isnan(X&& x) -> detail::ElementwiseOutcome<engine::IsNan, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsNan, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::IsNan, X>>(engine::IsNan{}, std::forward<X>(x));
}
template <detail::Given X>
auto isnan(X&& x) -> detail::ElementwiseOutcome<engine::IsNan, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsNan, X>>;

// isfinite(x): neither NaN nor infinite.
template <detail::Given X>
constexpr auto isfinite(X&& x) -> detail::ElementwiseOutcome<engine::IsFinite, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsFinite, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::IsFinite, X>>(engine::IsFinite{}, std::forward<X>(x));
}
template <detail::Given X>
auto isfinite(X&& x) -> detail::ElementwiseOutcome<engine::IsFinite, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsFinite, X>>;

// isinf(x): true where an element is infinite.
template <detail::Given X>
constexpr auto isinf(X&& x) -> detail::ElementwiseOutcome<engine::IsInfinite, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::IsInfinite, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::IsInfinite, X>>(engine::IsInfinite{}, std::forward<X>(x));
}
template <detail::Given X>
auto isinf(X&& x) -> detail::ElementwiseOutcome<engine::IsInfinite, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::IsInfinite, X>>;

// lt_into(out, a, b): the same, written into out, a tensor of bool.
inline constexpr detail::Function<detail::BinaryInto<engine::Equals>> eq_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Differs>> ne_into;
inline constexpr detail::Function<detail::BinaryInto<engine::IsLess>> lt_into;
inline constexpr detail::Function<detail::BinaryInto<engine::IsAtMost>> le_into;
inline constexpr detail::Function<detail::BinaryInto<engine::IsGreater>> gt_into;
inline constexpr detail::Function<detail::BinaryInto<engine::IsAtLeast>> ge_into;
inline constexpr detail::Function<detail::BinaryInto<engine::And>> logical_and_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Or>> logical_or_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Xor>> logical_xor_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Not>> logical_not_into;

}  // namespace shapeproof
