// SPDX-License-Identifier: BSL-1.0
// How do the same elements get another shape? reshape, flatten, merge and split regroup neighbours in row-major order
// and move no element.
//
//   reshape<Shape<_, 3, 32, 32>>(x)   [49152] -> [16, 3, 32, 32]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/merge.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

template <class To, Values Given = Values::none>
struct Reshape {
  ShapeValue to = To::value;
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return reshape_rule(from, to, why, Given); }
  static constexpr void keep_written(ShapeValue& result) { keep_extents(result, To::value); }
};

template <int First, int Last>
struct Merge {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return merge_rule("merge", from, First, Last, why);
  }
};

template <int First, int Last>
struct Flatten {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return flatten_rule(from, First, Last, why);
  }
};

template <int Axis, class Parts, Values Given = Values::none>
struct Split {
  ShapeValue parts = Parts::value;
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return split_rule(from, Axis, parts, why, Given);
  }
  static constexpr void keep_written(ShapeValue& result) {
    keep_extents(result, Parts::value, from_front(Axis, result.rank - Parts::rank + 1));
  }
};

template <class To, class X>
using ReshapeOutcome = typename WellFormedOr<To, OutcomeOf<ElementIn<X>, Reshape<To>, X>>::type;

template <int Axis, class Parts, class X>
using SplitOutcome = typename WellFormedOr<Parts, OutcomeOf<ElementIn<X>, Split<Axis, Parts>, X>>::type;

}  // namespace detail

// Whether the elements of From fill To. From and To are shapes, or tensors of these.
template <class From, class To>
concept Reshapable = detail::HoldsFor<detail::Reshape<typename detail::ShapeIn<To>::type>, From>;

// reshape<Shape<...>>(x): x's elements, row-major, as another shape of the same element count. One extent may be _.
// Extents that are known at run time only are compared there; a mismatch throws ShapeError.
template <class To, detail::Operand X>
  requires(!detail::Dynamic<X>)
constexpr auto reshape(const X& x) -> detail::ReshapeOutcome<To, X>
  requires detail::Fits<detail::ReshapeOutcome<To, X>>
{
  using Result = detail::ReshapeOutcome<To, X>;
  return detail::regrouped<Result>(detail::Reshape<To>{}, x);
}
template <class To, detail::Operand X>
  requires(!detail::Dynamic<X>)
auto reshape(const X& x) -> detail::ReshapeOutcome<To, X>
  requires detail::Refuses<detail::ReshapeOutcome<To, X>>;
template <class To, detail::Dynamic X>
auto reshape(const X& x) -> detail::TypedOutcome<To, X>
  requires detail::Fits<detail::TypedOutcome<To, X>>
{
  using Result = detail::TypedOutcome<To, X>;
  return detail::regroup<Result>(x, detail::settle(detail::Reshape<To>{}, x));
}
template <class To, detail::Dynamic X>
auto reshape(const X& x) -> detail::TypedOutcome<To, X>
  requires detail::Refuses<detail::TypedOutcome<To, X>>;

// reshape(x, n, 3_c, _): the extents as values. Integral constants are known at compile time, other integers at run time.
// The number in front keeps this form out of the way of reshape<Shape<...>>(x).
template <int = 0, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
constexpr auto reshape(const X& x, const E&... extents)
    -> detail::Outcome<detail::Reshape<detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Fits<detail::Outcome<detail::Reshape<detail::ShapeFrom<E...>, Values::follow>, X>>
{
  using Question = detail::Reshape<detail::ShapeFrom<E...>, Values::follow>;
  return detail::regrouped<detail::Outcome<Question, X>>(Question{detail::shape_from(extents...)}, x);
}
template <int = 0, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
auto reshape(const X& x, const E&... extents)
    -> detail::Outcome<detail::Reshape<detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Refuses<detail::Outcome<detail::Reshape<detail::ShapeFrom<E...>, Values::follow>, X>>;
// The extents as a run-time shape.
template <detail::Dynamic X>
auto reshape(const X& x, const ShapeValue& to) -> X {
  return detail::regrouped<X>(detail::Reshape<Shape<>>{to}, x);
}

// merge<1, 2>(x): neighbouring axes First to Last become one. [a, b, c] -> [a, b*c]
template <int First, int Last, detail::Operand X>
constexpr auto merge(const X& x) -> detail::Outcome<detail::Merge<First, Last>, X>
  requires detail::Fits<detail::Outcome<detail::Merge<First, Last>, X>>
{
  return detail::regrouped<detail::Outcome<detail::Merge<First, Last>, X>>(detail::Merge<First, Last>{}, x);
}
template <int First, int Last, detail::Operand X>
auto merge(const X& x) -> detail::Outcome<detail::Merge<First, Last>, X>
  requires detail::Refuses<detail::Outcome<detail::Merge<First, Last>, X>>;

// flatten(x): all axes become one; flatten<1>(x): all from axis 1 on, as PyTorch's flatten(start_dim, end_dim).
template <int First = 0, int Last = -1, detail::Operand X>
constexpr auto flatten(const X& x) -> detail::Outcome<detail::Flatten<First, Last>, X>
  requires detail::Fits<detail::Outcome<detail::Flatten<First, Last>, X>>
{
  return detail::regrouped<detail::Outcome<detail::Flatten<First, Last>, X>>(detail::Flatten<First, Last>{}, x);
}
template <int First = 0, int Last = -1, detail::Operand X>
auto flatten(const X& x) -> detail::Outcome<detail::Flatten<First, Last>, X>
  requires detail::Refuses<detail::Outcome<detail::Flatten<First, Last>, X>>;

// split<2, H, 64>(x): one axis becomes several, of which one may be _. [n, t, 512] -> [n, t, 8, 64]
template <int Axis, auto... Parts, detail::Operand X>
  requires(sizeof...(Parts) > 0)
constexpr auto split(const X& x) -> detail::SplitOutcome<Axis, Shape<Parts...>, X>
  requires detail::Fits<detail::SplitOutcome<Axis, Shape<Parts...>, X>>
{
  using Result = detail::SplitOutcome<Axis, Shape<Parts...>, X>;
  return detail::regrouped<Result>(detail::Split<Axis, Shape<Parts...>>{}, x);
}
template <int Axis, auto... Parts, detail::Operand X>
  requires(sizeof...(Parts) > 0)
auto split(const X& x) -> detail::SplitOutcome<Axis, Shape<Parts...>, X>
  requires detail::Refuses<detail::SplitOutcome<Axis, Shape<Parts...>, X>>;
// split<2>(x, h, 64_c): the parts as values.
template <int Axis, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
constexpr auto split(const X& x, const E&... parts)
    -> detail::Outcome<detail::Split<Axis, detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Fits<detail::Outcome<detail::Split<Axis, detail::ShapeFrom<E...>, Values::follow>, X>>
{
  using Question = detail::Split<Axis, detail::ShapeFrom<E...>, Values::follow>;
  return detail::regrouped<detail::Outcome<Question, X>>(Question{detail::shape_from(parts...)}, x);
}
template <int Axis, detail::Operand X, detail::ExtentArgument... E>
  requires(sizeof...(E) > 0)
auto split(const X& x, const E&... parts)
    -> detail::Outcome<detail::Split<Axis, detail::ShapeFrom<E...>, Values::follow>, X>
  requires detail::Refuses<detail::Outcome<detail::Split<Axis, detail::ShapeFrom<E...>, Values::follow>, X>>;

}  // namespace shapeproof
