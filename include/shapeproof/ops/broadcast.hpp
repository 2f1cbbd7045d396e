// SPDX-License-Identifier: BSL-1.0
// How is a tensor repeated? Only when that is said: broadcast_to<Shape<...>> and broadcast_like. NumPy's rules: axes are
// matched from the last one on, and an axis of extent 1, or one that is not there, is repeated.
//
//   broadcast_to<Shape<2, 3>>(x)   [3] -> [2, 3]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/strided.hpp"
#include "../rules/broadcast.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

template <class To, Values Given = Values::none>
struct Broadcast {
  ShapeValue to = To::value;
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return broadcast_rule(from, to, why, Given);
  }
  static constexpr void keep_written(ShapeValue& result) { keep_extents(result, To::value); }
};

struct BroadcastLike {
  constexpr Ruling operator()(const ShapeValue& from, const ShapeValue& like, Refusal* why) const {
    return broadcast_rule(from, like, why, Values::follow, "broadcast_like");
  }
};

template <class Result, class Question, class X, class... Like>
constexpr Result broadcasted(const Question& question, const X& x, const Like&... like) {
  auto result = uninitialized<Result>(settle(question, x, like...));
  engine::broadcast(x.data(), x.extents(), fresh(result), result.extents());
  return result;
}

template <class To, class X>
using BroadcastOutcome = typename WellFormedOr<To, OutcomeOf<ElementIn<X>, Broadcast<To>, X>>::type;

}  // namespace detail

// Whether From can be repeated to To.
template <class From, class To>
concept Broadcastable = detail::HoldsFor<detail::Broadcast<typename detail::ShapeIn<To>::type>, From>;

// broadcast_to<Shape<...>>(x). Extents of the shape that are not known are x's.
template <class To, detail::Operand X>
  requires(!detail::Dynamic<X>)
constexpr auto broadcast_to(const X& x) -> detail::BroadcastOutcome<To, X>
  requires detail::Fits<detail::BroadcastOutcome<To, X>>
{
  using Result = detail::BroadcastOutcome<To, X>;
  return detail::broadcasted<Result>(detail::Broadcast<To>{}, x);
}
template <class To, detail::Operand X>
  requires(!detail::Dynamic<X>)
auto broadcast_to(const X& x) -> detail::BroadcastOutcome<To, X>
  requires detail::Refuses<detail::BroadcastOutcome<To, X>>;
template <class To, detail::Dynamic X>
auto broadcast_to(const X& x) -> detail::TypedOutcome<To, X>
  requires detail::Fits<detail::TypedOutcome<To, X>>
{
  using Result = detail::TypedOutcome<To, X>;
  return detail::broadcasted<Result>(detail::Broadcast<To>{}, x);
}
template <class To, detail::Dynamic X>
auto broadcast_to(const X& x) -> detail::TypedOutcome<To, X>
  requires detail::Refuses<detail::TypedOutcome<To, X>>;

// broadcast_to(x, n, 3_c): the extents as values.
template <int = 0, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
constexpr auto broadcast_to(const X& x, const E&... extents)
    -> detail::Outcome<detail::Broadcast<detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Fits<detail::Outcome<detail::Broadcast<detail::ShapeFrom<E...>, Values::follow>, X>>
{
  using Question = detail::Broadcast<detail::ShapeFrom<E...>, Values::follow>;
  using Result = detail::Outcome<Question, X>;
  return detail::broadcasted<Result>(Question{detail::shape_from(extents...)}, x);
}
template <int = 0, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
auto broadcast_to(const X& x, const E&... extents)
    -> detail::Outcome<detail::Broadcast<detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Refuses<detail::Outcome<detail::Broadcast<detail::ShapeFrom<E...>, Values::follow>, X>>;
// The extents as a run-time shape.
template <detail::Dynamic X>
auto broadcast_to(const X& x, const ShapeValue& to) -> X {
  return detail::broadcasted<X>(detail::Broadcast<Shape<>>{to}, x);
}

// broadcast_like(x, y): x repeated to y's shape.
template <detail::Operand X, detail::Operand Y>
constexpr auto broadcast_like(const X& x, const Y& y) -> detail::Outcome<detail::BroadcastLike, X, Y>
  requires detail::Fits<detail::Outcome<detail::BroadcastLike, X, Y>>
{
  using Result = detail::Outcome<detail::BroadcastLike, X, Y>;
  return detail::broadcasted<Result>(detail::BroadcastLike{}, x, y);
}
template <detail::Operand X, detail::Operand Y>
auto broadcast_like(const X& x, const Y& y) -> detail::Outcome<detail::BroadcastLike, X, Y>
  requires detail::Refuses<detail::Outcome<detail::BroadcastLike, X, Y>>;

}  // namespace shapeproof
