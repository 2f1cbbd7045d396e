// SPDX-License-Identifier: BSL-1.0
// How do axes of extent 1 come and go? squeeze and unsqueeze move no element.
//
//   unsqueeze<1>(x)   [a, b] -> [a, 1, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/squeeze.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

template <int Axis>
struct Squeeze {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return squeeze_rule(from, Axis, why); }
};
template <class X>
struct SqueezeAll {
  constexpr Ruling operator()(const ShapeValue& from, Refusal*) const {
    if constexpr (Dynamic<X>) return squeeze_all_rule(from, from);
    else return squeeze_all_rule(from, X::shape_type::value);
  }
};
template <int Axis>
struct Unsqueeze {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return unsqueeze_rule(from, Axis, why); }
};

}  // namespace detail

// Whether axis Axis can go.
template <class From, int Axis>
concept Squeezable = detail::HoldsFor<detail::Squeeze<Axis>, From>;

// squeeze<1>(x): the axis goes; its extent must be 1 (PyTorch leaves other extents alone, silently).
template <int Axis, detail::Operand X>
constexpr auto squeeze(const X& x) -> detail::Outcome<detail::Squeeze<Axis>, X>
  requires detail::Fits<detail::Outcome<detail::Squeeze<Axis>, X>>
{
  return detail::regrouped<detail::Outcome<detail::Squeeze<Axis>, X>>(detail::Squeeze<Axis>{}, x);
}
template <int Axis, detail::Operand X>
auto squeeze(const X& x) -> detail::Outcome<detail::Squeeze<Axis>, X>
  requires detail::Refuses<detail::Outcome<detail::Squeeze<Axis>, X>>;

// squeeze(x): every axis goes that is known to be 1: for a Tensor, from its type.
template <detail::Operand X>
constexpr auto squeeze(const X& x) -> detail::Outcome<detail::SqueezeAll<X>, X>
  requires detail::Fits<detail::Outcome<detail::SqueezeAll<X>, X>>
{
  return detail::regrouped<detail::Outcome<detail::SqueezeAll<X>, X>>(detail::SqueezeAll<X>{}, x);
}
template <detail::Operand X>
auto squeeze(const X& x) -> detail::Outcome<detail::SqueezeAll<X>, X>
  requires detail::Refuses<detail::Outcome<detail::SqueezeAll<X>, X>>;

// unsqueeze<1>(x): a new axis of extent 1, which stands at Axis in the result.
template <int Axis, detail::Operand X>
constexpr auto unsqueeze(const X& x) -> detail::Outcome<detail::Unsqueeze<Axis>, X>
  requires detail::Fits<detail::Outcome<detail::Unsqueeze<Axis>, X>>
{
  return detail::regrouped<detail::Outcome<detail::Unsqueeze<Axis>, X>>(detail::Unsqueeze<Axis>{}, x);
}
template <int Axis, detail::Operand X>
auto unsqueeze(const X& x) -> detail::Outcome<detail::Unsqueeze<Axis>, X>
  requires detail::Refuses<detail::Outcome<detail::Unsqueeze<Axis>, X>>;

}  // namespace shapeproof
