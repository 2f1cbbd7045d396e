// SPDX-License-Identifier: BSL-1.0
// How are numbers made simpler element by element? abs, sign, floor, ceil, round, square, minimum, maximum, clamp.
//
//   abs [a, b] -> [a, b]        minimum [a, b], [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {
namespace detail {

template <class T, class Low, class High>
struct ClampElements {
  constexpr Ruling operator()(Refusal* why) const {
    using Operation = engine::Clamp<T>;
    const Ruling low = ElementsAndScalar<Operation, T, Low>{}(why);
    return low.holds ? ElementsAndScalar<Operation, T, High>{}(why) : low;
  }
};
template <class... X>
struct AskedClamp {};
template <Operand X, Scalar Low, Scalar High>
struct AskedClamp<X, Low, High> {
  using T = ElementIn<X>;
  using Kinds = ClampElements<T, Low, High>;
  using Shapes = KeepsShape<engine::Clamp<T>>;
  using Outcome = typename OutcomeIfWith<T, Kinds, Shapes, X>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, Shapes, Out, X>;
};
template <class X, class Low, class High>
using ClampOutcome =
    typename AskedClamp<std::remove_cvref_t<X>, std::remove_cvref_t<Low>, std::remove_cvref_t<High>>::Outcome;

template <class T, class Low, class High>
constexpr engine::Clamp<T> clamp_between(const Low& low, const High& high) {
  return {{}, nearest<T>(low), nearest<T>(high)};
}

struct ClampInto {
  template <class... X>
  using Outcome = typename AskedInto<AskedClamp, X...>::type;
  template <class Nothing, class Out, class X, class Low, class High>
  static constexpr void run(Out& out, const X& x, const Low& low, const High& high) {
    unary_into(clamp_between<typename X::element>(low, high), out, x);
  }
};

}  // namespace detail

// abs(x): the distance from 0; of complex elements it is real.
template <detail::Given X>
constexpr auto abs(X&& x) -> detail::ElementwiseOutcome<engine::Abs, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Abs, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Abs, X>>(engine::Abs{}, std::forward<X>(x));
}
template <detail::Given X>
auto abs(X&& x) -> detail::ElementwiseOutcome<engine::Abs, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Abs, X>>;

// floor(x): the largest whole number that is not above x.
template <detail::Given X>
constexpr auto floor(X&& x) -> detail::ElementwiseOutcome<engine::Floor, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Floor, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Floor, X>>(engine::Floor{}, std::forward<X>(x));
}
template <detail::Given X>
auto floor(X&& x) -> detail::ElementwiseOutcome<engine::Floor, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Floor, X>>;

// ceil(x): the smallest whole number that is not below x.
template <detail::Given X>
constexpr auto ceil(X&& x) -> detail::ElementwiseOutcome<engine::Ceil, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Ceil, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Ceil, X>>(engine::Ceil{}, std::forward<X>(x));
}
template <detail::Given X>
auto ceil(X&& x) -> detail::ElementwiseOutcome<engine::Ceil, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Ceil, X>>;

// round(x): the nearest whole number, halves to the even one.
template <detail::Given X>
constexpr auto round(X&& x) -> detail::ElementwiseOutcome<engine::Round, X>
  requires detail::Fits<detail::ElementwiseOutcome<engine::Round, X>>
{
  return detail::unary<detail::ElementwiseOutcome<engine::Round, X>>(engine::Round{}, std::forward<X>(x));
}
template <detail::Given X>
auto round(X&& x) -> detail::ElementwiseOutcome<engine::Round, X>
  requires detail::Refuses<detail::ElementwiseOutcome<engine::Round, X>>;

// sign(x): -1, 0 or 1.
inline constexpr detail::Function<detail::Unary<engine::Sign>> sign;
// square(x): x * x.
inline constexpr detail::Function<detail::Unary<engine::Square>> square;

// minimum(a, b), maximum(a, b): of each two elements; NaN where either is. One of a and b may be a scalar.
inline constexpr detail::Function<detail::Binary<engine::Minimum>> minimum;
inline constexpr detail::Function<detail::Binary<engine::Maximum>> maximum;

// clamp(x, low, high): what lies below low becomes low, what lies above high becomes high; where low is above high, that is
// everything.
template <detail::Given X, detail::GivenScalar Low, detail::GivenScalar High>
constexpr auto clamp(X&& x, const Low& low, const High& high) -> detail::ClampOutcome<X, Low, High>
  requires detail::Fits<detail::ClampOutcome<X, Low, High>>
{
  using Result = detail::ClampOutcome<X, Low, High>;
  return detail::unary<Result>(detail::clamp_between<typename Result::element>(low, high), std::forward<X>(x));
}
template <detail::Given X, detail::GivenScalar Low, detail::GivenScalar High>
auto clamp(X&& x, const Low& low, const High& high) -> detail::ClampOutcome<X, Low, High>
  requires detail::Refuses<detail::ClampOutcome<X, Low, High>>;

// abs_into(out, x): the same, written into out, which may be an operand.
inline constexpr detail::Function<detail::ClampInto> clamp_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Minimum>> minimum_into;
inline constexpr detail::Function<detail::BinaryInto<engine::Maximum>> maximum_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Abs>> abs_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Floor>> floor_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Ceil>> ceil_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Round>> round_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Sign>> sign_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Square>> square_into;

}  // namespace shapeproof
