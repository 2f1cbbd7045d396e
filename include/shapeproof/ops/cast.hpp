// SPDX-License-Identifier: BSL-1.0
// How do elements change type? cast<double>(x), as static_cast does it for each element.
#pragma once

#include "../message.hpp"

#include "operand.hpp"

namespace shapeproof {
namespace detail {

struct SameShape {
  constexpr Ruling operator()(const ShapeValue& shape, Refusal*) const { return allow(shape); }
};

// Converting a number that the integer cannot hold is undefined in C++; here it becomes the nearest one.
template <class To, class From>
constexpr To saturated(From value) {
  constexpr To largest = std::is_signed_v<To> ? static_cast<To>((std::uint64_t{1} << (sizeof(To) * 8 - 1)) - 1)
                                              : static_cast<To>(-1);
  constexpr To smallest = std::is_signed_v<To> ? static_cast<To>(-largest - 1) : To{0};
  // One above the largest, which floating point holds exactly where it may not hold the largest.
  constexpr From above = static_cast<From>(largest / 2 + 1) * 2;
  if (value != value) return 0;
  if (value >= above) return largest;
  if (value < static_cast<From>(smallest)) return smallest;
  return static_cast<To>(value);
}

template <class To, class From>
constexpr To cast_element(const From& value) {
  if constexpr (std::is_same_v<From, half> && !std::is_same_v<To, half>) {
    return cast_element<To>(static_cast<float>(value));
  } else if constexpr (std::is_same_v<To, half> && !std::is_same_v<From, half>) {
    return half(cast_element<float>(value));
  } else if constexpr (ComplexLike<To> && ComplexLike<From>) {
    return To(cast_element<typename To::value_type>(value.real()), cast_element<typename To::value_type>(value.imag()));
  } else if constexpr (ComplexLike<To>) {
    return To(cast_element<typename To::value_type>(value));
  } else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To> && !std::is_same_v<To, bool>) {
    return saturated<To>(value);
  } else {
    return static_cast<To>(value);
  }
}

// function(element) for each element of x.
template <class Result, class X, class Function>
constexpr Result mapped(const X& x, const Function& function) {
  const auto kernel = [&](auto* out, const Extents& extents) {
    const auto* from = x.data();
    const std::int64_t count = extents.count();
    for (std::int64_t i = 0; i < count; ++i) out[i] = function(from[i]);
  };
  return computed<Result>(SameShape{}, kernel, x);
}

// Which elements cast to which: every one to every other, but no complex number to a real one.
template <class From, class To>
struct Castable {
  constexpr Ruling operator()(Refusal* why) const {
    if (ComplexLike<From> && !ComplexLike<To>) {
      return refuse(why) << "cast: " << element_type<From> << " elements do not become " << element_type<To>
                         << "; say which part is meant";
    }
    return allow({});
  }
};

template <class To, class X>
struct CastOutcome : OutcomeOf<To, SameShape, X> {};
template <class To, class X>
  requires is_tensor<X>
struct CastOutcome<To, X> : OutcomeIfWith<To, Castable<typename X::element, To>, SameShape, X> {};

}  // namespace detail

// cast<double>(x). Floating-point numbers lose their fraction when cast to an integer; what the integer cannot hold becomes
// its nearest value, NaN becomes 0. A complex number does not cast to a real one.
template <Element To, detail::Operand X>
constexpr auto cast(const X& x) -> typename detail::CastOutcome<To, X>::type {
  using Result = typename detail::CastOutcome<To, X>::type;
  if constexpr (detail::is_refused<Result>) return {};
  else return detail::mapped<Result>(x, [](const auto& element) { return detail::cast_element<To>(element); });
}

}  // namespace shapeproof
