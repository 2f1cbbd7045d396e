// SPDX-License-Identifier: BSL-1.0
// In which numbers is an image computed, how do they become its elements again, and what stands beyond its edge?
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "../image_values.hpp"

namespace shapeproof::engine::detail {

template <class T>
using ImageReal = std::conditional_t<std::is_same_v<T, double>, double, float>;

// The whitest element.
template <class T>
inline constexpr ImageReal<T> white = std::is_integral_v<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1;

// A result as an element. Integers are rounded, halves to even, as torchvision does after an interpolation.
template <class T, class Real>
T image_value(Real value) {
  if constexpr (std::is_integral_v<T>) {
    // NaN, which no integer is, becomes black.
    return value > 0 ? static_cast<T>(std::min<Real>(std::nearbyint(value), static_cast<Real>(white<T>))) : T{0};
  } else {
    return static_cast<T>(value);
  }
}

// The place inside of an axis that stands for one beyond its ends.
inline std::int64_t inner_place(std::int64_t place, std::int64_t extent, Fill fill) {
  if (fill == Fill::nearest) return std::clamp<std::int64_t>(place, 0, extent - 1);
  const std::int64_t period = 2 * extent;
  const std::int64_t in_period = (place % period + period) % period;
  return in_period < extent ? in_period : period - 1 - in_period;
}

}  // namespace shapeproof::engine::detail
