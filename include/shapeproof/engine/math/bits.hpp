// SPDX-License-Identifier: BSL-1.0
// How are functions of floating-point numbers written so that compilers compute many at once? Without branches, calls and
// tables: each is arithmetic, bits of numbers, and choices between values that are both computed. Loops over such
// functions become vector code at -O2, for whatever processor is compiled for, and every element is computed alike, be it
// the first or the last, on one thread or another.
//
// Eigen's packet functions were tried first. In 3.4 exp(-inf) is not 0, exp(88.6f) is infinite with AVX-512, log of
// subnormal numbers is constant, sqrt(inf) is NaN, and tanh is 5, logistic thousands of units in the last place away.
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

namespace shapeproof::engine::math {

template <class T>
using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

// IEEE 754 binary32 and binary64.
template <class T>
struct Format {
  static constexpr bool is_single = sizeof(T) == 4;
  static constexpr int fraction_bits = is_single ? 23 : 52;
  static constexpr Bits<T> bias = is_single ? 127 : 1023;
  static constexpr Bits<T> sign = Bits<T>{1} << (sizeof(T) * 8 - 1);
  static constexpr Bits<T> fraction = (Bits<T>{1} << fraction_bits) - 1;
  // Numbers from here on are whole.
  static constexpr T whole = T(Bits<T>{1} << fraction_bits);
  // 1.5 times that: a number plus this is rounded to a whole one, which its last bits hold, also below 0.
  static constexpr T rounder = T(Bits<T>{3} << (fraction_bits - 1));
  static constexpr T infinity = std::bit_cast<T>(~Bits<T>{0} << fraction_bits & ~sign);
  static constexpr T nan = std::bit_cast<T>(~Bits<T>{0} << (fraction_bits - 1) & ~sign);
  static constexpr T smallest_normal = std::bit_cast<T>(Bits<T>{1} << fraction_bits);
};

template <class T>
constexpr Bits<T> bits_of(T value) {
  return std::bit_cast<Bits<T>>(value);
}
template <class T>
constexpr T magnitude(T value) {
  return std::bit_cast<T>(bits_of(value) & ~Format<T>::sign);
}
template <class T>
constexpr T with_sign_of(T value, T sign) {
  return std::bit_cast<T>((bits_of(value) & ~Format<T>::sign) | (bits_of(sign) & Format<T>::sign));
}

// condition ? yes : no, by their bits: g++ takes a choice between sums for a branch, and leaves the loop as it is.
template <class T>
constexpr T choose(bool condition, T yes, T no) {
  const Bits<T> mask = Bits<T>{0} - static_cast<Bits<T>>(condition);
  return std::bit_cast<T>((bits_of(yes) & mask) | (bits_of(no) & ~mask));
}

// 2^exponent for an exponent of normal numbers. Negative ones come as two's complement.
template <class T>
constexpr T power_of_two(Bits<T> exponent) {
  return std::bit_cast<T>((exponent + Format<T>::bias) << Format<T>::fraction_bits);
}

// The nearest whole number, halves to the even one. Keeps the sign of zero.
template <class T>
constexpr T round_to_even(T value) {
  const T rounded = (magnitude(value) + Format<T>::whole) - Format<T>::whole;
  // Also false for NaN.
  const bool has_fraction = magnitude(value) < Format<T>::whole;
  return choose(has_fraction, with_sign_of(rounded, value), value);
}
template <class T>
constexpr T floor(T value) {
  const T rounded = round_to_even(value);
  const T below = rounded - T(1);
  return with_sign_of(choose(rounded > value, below, rounded), value);
}
template <class T>
constexpr T ceil(T value) {
  const T rounded = round_to_even(value);
  const T above = rounded + T(1);
  return with_sign_of(choose(rounded < value, above, rounded), value);
}

// first + x (second + x (third + ...)).
template <class T>
constexpr T polynomial(T, T last) {
  return last;
}
template <class T, class... Others>
constexpr T polynomial(T x, T first, T second, Others... others) {
  return first + x * polynomial(x, second, others...);
}

}  // namespace shapeproof::engine::math
