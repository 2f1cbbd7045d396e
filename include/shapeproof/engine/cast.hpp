// SPDX-License-Identifier: BSL-1.0
// How does one element become another type? As static_cast has it, but defined for every value.
#pragma once

#include <bit>
#include <cstdint>

#include "../element.hpp"
#include "config.hpp"

namespace shapeproof::engine {

// Converting a number that the integer cannot hold is undefined in C++; here it becomes the nearest one.
template <class To, class From>
constexpr To saturated(From value) {
  constexpr To largest =
      std::is_signed_v<To> ? static_cast<To>((std::uint64_t{1} << (sizeof(To) * 8 - 1)) - 1) : static_cast<To>(-1);
  constexpr To smallest = std::is_signed_v<To> ? static_cast<To>(-largest - 1) : To{0};
  // One above the largest, which floating point holds exactly where it may not hold the largest.
  constexpr From above = static_cast<From>(largest / 2 + 1) * 2;
  if (value != value) return 0;
  if (value >= above) return largest;
  if (value < static_cast<From>(smallest)) return smallest;
  return static_cast<To>(value);
}

// double to half by way of float would round twice. A float that is cut off, with its last bit set where something was lost,
// rounds to the same half as the double itself.
constexpr half half_from_double(double value) {
  const auto nearest = static_cast<float>(value);
  if (static_cast<double>(nearest) == value || nearest != nearest) return half(nearest);
  auto bits = std::bit_cast<std::uint32_t>(nearest);
  const bool is_too_far = value < 0 ? nearest < value : nearest > value;
  if (is_too_far) --bits;
  return half(std::bit_cast<float>(bits | 1U));
}

template <class To, class From>
constexpr To cast_element(const From& value) {
  if constexpr (std::is_same_v<From, half> && !std::is_same_v<To, half>) {
    return cast_element<To>(static_cast<float>(value));
  } else if constexpr (std::is_same_v<To, half> && std::is_same_v<From, double>) {
    return half_from_double(value);
  } else if constexpr (std::is_same_v<To, half> && !std::is_same_v<From, half>) {
    return half(cast_element<float>(value));
  } else if constexpr (shapeproof::detail::ComplexLike<To> && shapeproof::detail::ComplexLike<From>) {
    return To(cast_element<typename To::value_type>(value.real()), cast_element<typename To::value_type>(value.imag()));
  } else if constexpr (shapeproof::detail::ComplexLike<To>) {
    return To(cast_element<typename To::value_type>(value));
  } else if constexpr (std::is_floating_point_v<From> && std::is_integral_v<To> && !std::is_same_v<To, bool>) {
    return saturated<To>(value);
  } else {
    return static_cast<To>(value);
  }
}

template <class To, class From>
void cast(const From* from, To* to, std::int64_t count);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/cast.hpp"
#endif
