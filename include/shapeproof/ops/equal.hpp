// SPDX-License-Identifier: BSL-1.0
// When are two tensors equal? When they have the same extents and the same elements. == is one bool, as with the standard
// library's containers; tensors whose types say that they cannot be equal do not compare.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "arithmetic.hpp"

namespace shapeproof {
namespace detail {

struct Equal {
  static constexpr const char* name = "==";
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return elementwise_rule(name, left, right, why);
  }
};

// Equality wants equal element types, and no arithmetic.
template <class A, class B>
struct EqualElements {
  constexpr Ruling operator()(Refusal* why) const {
    return same_element_rule(Equal::name, element_type<typename A::element>, element_type<typename B::element>, why);
  }
};

template <class A, class B>
struct EqualOutcome {};
template <class A, class B>
  requires(Operand<A> && Operand<B>)
struct EqualOutcome<A, B> {
  using Checked = typename OutcomeIf<EqualElements<A, B>, Equal, A, B>::type;
  using type = std::conditional_t<is_refused<Checked>, Checked, bool>;
};

template <class A, class B>
constexpr bool same_elements(const A& a, const B& b) {
  if (!(a.extents() == b.extents())) return false;
  const std::int64_t count = a.element_count();
  for (std::int64_t i = 0; i < count; ++i) {
    if (!(a.data()[i] == b.data()[i])) return false;
  }
  return true;
}

}  // namespace detail

// a == b: whether all extents and elements are equal. As with numbers, NaN equals nothing.
template <class A, class B>
  requires(detail::Operand<A> && detail::Operand<B>)
constexpr auto operator==(const A& a, const B& b) -> typename detail::EqualOutcome<A, B>::type
  requires detail::Fits<typename detail::EqualOutcome<A, B>::type>
{
  return detail::same_elements(a, b);
}
template <class A, class B>
  requires(detail::Operand<A> && detail::Operand<B>)
auto operator==(const A& a, const B& b) -> typename detail::EqualOutcome<A, B>::type
  requires detail::Refuses<typename detail::EqualOutcome<A, B>::type>;

// Written out: the != that C++ makes of == must have a bool.
template <class A, class B>
  requires(detail::Operand<A> && detail::Operand<B>)
constexpr auto operator!=(const A& a, const B& b) -> typename detail::EqualOutcome<A, B>::type
  requires detail::Fits<typename detail::EqualOutcome<A, B>::type>
{
  return !detail::same_elements(a, b);
}
template <class A, class B>
  requires(detail::Operand<A> && detail::Operand<B>)
auto operator!=(const A& a, const B& b) -> typename detail::EqualOutcome<A, B>::type
  requires detail::Refuses<typename detail::EqualOutcome<A, B>::type>;

}  // namespace shapeproof
