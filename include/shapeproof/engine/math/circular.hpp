// SPDX-License-Identifier: BSL-1.0
// sin and cos of numbers up to 2^20 or so, within 2 units in the last place; larger ones are left to the C library. How
// they are written stands in bits.hpp.
#pragma once

#include "bits.hpp"

namespace shapeproof::engine::math {

inline constexpr double largest_angle = 1 << 20;

// x = quadrant * pi/2 + rest, |rest| <= pi/4. pi/2 comes in three parts of 33 bits, whose products with the quadrant are
// exact (Cody and Waite).
struct Angle {
  std::uint64_t quadrant;
  double rest;
};
constexpr Angle reduce_angle(double x) {
  const double rounded = x * 0.63661977236758134308 + Format<double>::rounder;
  const double quadrant = rounded - Format<double>::rounder;
  const double rest = ((x - quadrant * 1.57079632673412561417e+00) - quadrant * 6.07710050630396597660e-11) -
                      quadrant * 2.02226624879595063154e-21;
  return {bits_of(rounded), rest};
}

// Taylor's series for |x| <= pi/4.
template <class T>
constexpr T small_sin(T x) {
  const T z = x * x;
  if constexpr (Format<T>::is_single) {
    return x * (1 + z * polynomial(z, -1 / 6.F, 1 / 120.F, -1 / 5040.F, 1 / 362880.F));
  } else {
    return x * (1 + z * polynomial(z, -1 / 6., 1 / 120., -1 / 5040., 1 / 362880., -1 / 39916800., 1 / 6227020800.,
                                   -1 / 1307674368000., 1 / 355687428096000.));
  }
}
template <class T>
constexpr T small_cos(T x) {
  const T z = x * x;
  if constexpr (Format<T>::is_single) {
    return 1 + z * polynomial(z, -1 / 2.F, 1 / 24.F, -1 / 720.F, 1 / 40320.F);
  } else {
    return 1 + z * polynomial(z, -1 / 2., 1 / 24., -1 / 720., 1 / 40320., -1 / 3628800., 1 / 479001600.,
                              -1 / 87178291200., 1 / 20922789888000.);
  }
}

// sin of an angle, or of one that is `quarters` of a turn further.
template <class T>
constexpr T sin_of(T x, std::uint64_t quarters) {
  const Angle angle = reduce_angle(static_cast<double>(x));
  const auto quadrant = static_cast<Bits<T>>(angle.quadrant + quarters);
  const T rest = static_cast<T>(angle.rest);
  const Bits<T> takes_cos = 0 - (quadrant & 1);
  const Bits<T> bits = (bits_of(small_cos(rest)) & takes_cos) | (bits_of(small_sin(rest)) & ~takes_cos);
  return std::bit_cast<T>(bits ^ ((quadrant & 2) << (sizeof(T) * 8 - 2)));
}
template <class T>
constexpr T sin(T x) {
  return sin_of(x, 0);
}
template <class T>
constexpr T cos(T x) {
  return sin_of(x, 1);
}

}  // namespace shapeproof::engine::math
