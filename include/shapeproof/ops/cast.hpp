// SPDX-License-Identifier: BSL-1.0
// How do elements change type? cast<double>(x), as static_cast does it for each element.
//
//   cast<double>(x)   [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {
namespace detail {

// Which elements cast to which: every one to every other, but no complex number to a real one.
template <class From, class To>
struct Castable {
  constexpr Ruling operator()(Refusal* why) const {
    if (ComplexLike<From> && !ComplexLike<To>) {
      return refuse(why) << "cast: " << element_type<From> << " elements do not become "
                         << element_type<To> << "; say which part is meant";
    }
    return allow({});
  }
};

template <class To, class X>
struct CastOutcome : OutcomeOf<To, SameShape, X> {};
template <class To, class X>
  requires is_tensor<X>
struct CastOutcome<To, X> : OutcomeIfWith<To, Castable<typename X::element, To>, SameShape, X> {};

template <class Out, class From>
constexpr void cast_elements(const From* from, typename Out::element* to, std::int64_t count) {
  if constexpr (is_inline_tensor<Out>) {
    for_each_element<inline_count<Out>>(
        [&](std::int64_t i) { to[i] = engine::cast_element<typename Out::element>(from[i]); });
  } else {
    engine::cast(from, to, count);
  }
}

}  // namespace detail

// cast<double>(x). Floating-point numbers lose their fraction when cast to an integer; what the integer cannot hold becomes
// its nearest value, NaN becomes 0. A complex number does not cast to a real one.
template <Element To, detail::Operand X>
constexpr auto cast(const X& x) -> typename detail::CastOutcome<To, X>::type
  requires detail::Fits<typename detail::CastOutcome<To, X>::type>
{
  using Result = typename detail::CastOutcome<To, X>::type;
  auto result = detail::uninitialized<Result>(x.extents());
  detail::cast_elements<Result>(x.data(), detail::fresh(result), x.element_count());
  return result;
}
template <Element To, detail::Operand X>
auto cast(const X& x) -> typename detail::CastOutcome<To, X>::type
  requires detail::Refuses<typename detail::CastOutcome<To, X>::type>;

}  // namespace shapeproof
