// SPDX-License-Identifier: BSL-1.0
// How are functions of numbers taken element by element? exp, log, tanh and their like, of floating-point elements. Results
// are within 3 units in the last place (tanh of float: 6); NaN, infinity and zeros give what C's functions give.
//
//   exp [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {

// exp(x): e to the power of x.
template <detail::Given X>
constexpr auto exp(X&& x) -> detail::ElementwiseOutcome<engine::Exp, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Exp, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Exp, X>>(engine::Exp{}, std::forward<X>(x));
}
template <detail::Given X>
auto exp(X&& x) -> detail::ElementwiseOutcome<engine::Exp, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Exp, X>>;

// expm1(x): exp(x) - 1, also near 0.
template <detail::Given X>
constexpr auto expm1(X&& x) -> detail::ElementwiseOutcome<engine::Expm1, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Expm1, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Expm1, X>>(engine::Expm1{}, std::forward<X>(x));
}
template <detail::Given X>
auto expm1(X&& x) -> detail::ElementwiseOutcome<engine::Expm1, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Expm1, X>>;

// log(x): the natural logarithm.
template <detail::Given X>
constexpr auto log(X&& x) -> detail::ElementwiseOutcome<engine::Log, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Log, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Log, X>>(engine::Log{}, std::forward<X>(x));
}
template <detail::Given X>
auto log(X&& x) -> detail::ElementwiseOutcome<engine::Log, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Log, X>>;

// log1p(x): log(1 + x), also near 0.
template <detail::Given X>
constexpr auto log1p(X&& x) -> detail::ElementwiseOutcome<engine::Log1p, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Log1p, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Log1p, X>>(engine::Log1p{}, std::forward<X>(x));
}
template <detail::Given X>
auto log1p(X&& x) -> detail::ElementwiseOutcome<engine::Log1p, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Log1p, X>>;

// sqrt(x): the square root, rounded correctly.
template <detail::Given X>
constexpr auto sqrt(X&& x) -> detail::ElementwiseOutcome<engine::Sqrt, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Sqrt, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Sqrt, X>>(engine::Sqrt{}, std::forward<X>(x));
}
template <detail::Given X>
auto sqrt(X&& x) -> detail::ElementwiseOutcome<engine::Sqrt, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Sqrt, X>>;

// rsqrt(x): 1 / sqrt(x).
template <detail::Given X>
constexpr auto rsqrt(X&& x) -> detail::ElementwiseOutcome<engine::Rsqrt, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Rsqrt, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Rsqrt, X>>(engine::Rsqrt{}, std::forward<X>(x));
}
template <detail::Given X>
auto rsqrt(X&& x) -> detail::ElementwiseOutcome<engine::Rsqrt, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Rsqrt, X>>;

// sin(x): the sine of each element, in radians.
template <detail::Given X>
constexpr auto sin(X&& x) -> detail::ElementwiseOutcome<engine::Sin, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Sin, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Sin, X>>(engine::Sin{}, std::forward<X>(x));
}
template <detail::Given X>
auto sin(X&& x) -> detail::ElementwiseOutcome<engine::Sin, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Sin, X>>;

// cos(x): the cosine of each element, in radians.
template <detail::Given X>
constexpr auto cos(X&& x) -> detail::ElementwiseOutcome<engine::Cos, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Cos, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Cos, X>>(engine::Cos{}, std::forward<X>(x));
}
template <detail::Given X>
auto cos(X&& x) -> detail::ElementwiseOutcome<engine::Cos, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Cos, X>>;

// tanh(x): the hyperbolic tangent of each element.
template <detail::Given X>
constexpr auto tanh(X&& x) -> detail::ElementwiseOutcome<engine::Tanh, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Tanh, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Tanh, X>>(engine::Tanh{}, std::forward<X>(x));
}
template <detail::Given X>
auto tanh(X&& x) -> detail::ElementwiseOutcome<engine::Tanh, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Tanh, X>>;

// erf(x): the error function.
template <detail::Given X>
constexpr auto erf(X&& x) -> detail::ElementwiseOutcome<engine::Erf, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Erf, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Erf, X>>(engine::Erf{}, std::forward<X>(x));
}
template <detail::Given X>
auto erf(X&& x) -> detail::ElementwiseOutcome<engine::Erf, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Erf, X>>;

// pow(x, y): x to the power of y, as C's pow. One of them may be a scalar.
template <class A, class B>
  requires detail::Computable<A, B>
constexpr auto pow(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Power, A, B>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Power, A, B>>
{
  return detail::binary<engine::Power>(std::forward<A>(a), std::forward<B>(b));
}
template <class A, class B>
  requires detail::Computable<A, B>
auto pow(A&& a, B&& b) -> detail::ElementwiseOutcome<engine::Power, A, B>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Power, A, B>>;

// reciprocal(x): 1 / x.
inline constexpr detail::Function<detail::Unary<engine::Reciprocal>> reciprocal;

// exp_into(out, x): the same, written into out, which may be x.
inline constexpr detail::Function<detail::BinaryInto<engine::Power>> pow_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Exp>> exp_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Expm1>> expm1_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Log>> log_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Log1p>> log1p_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Sqrt>> sqrt_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Rsqrt>> rsqrt_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Sin>> sin_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Cos>> cos_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Tanh>> tanh_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Erf>> erf_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Reciprocal>> reciprocal_into;

}  // namespace shapeproof
