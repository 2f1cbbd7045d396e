// SPDX-License-Identifier: BSL-1.0
// exp, expm1, log, log1p, and what is made of them: tanh, the logistic function, softplus. Within 2 units in the last
// place (the logistic function, softplus and tanh: 3; tanh of float: 6), subnormal numbers included. How they are written stands in bits.hpp.
#pragma once

#include "bits.hpp"

namespace shapeproof::engine::math {

template <class T>
inline constexpr T log2_e = T(1.44269504088896340736);
// ln 2 in two parts; the first has so few bits that its product with an exponent is exact.
template <class T>
inline constexpr T ln2_high = T(Format<T>::is_single ? 0.693359375 : 6.93147180369123816490e-01);
template <class T>
inline constexpr T ln2_low = T(Format<T>::is_single ? -2.12194440054690583e-4 : 1.90821492927058770002e-10);

// x = exponent * ln 2 + rest, |rest| <= ln 2 / 2.
template <class T>
struct Reduced {
  Bits<T> exponent;
  T rest;
};
template <class T>
constexpr Reduced<T> reduce_by_ln2(T x) {
  const T rounded = x * log2_e<T> + Format<T>::rounder;
  const T exponent = rounded - Format<T>::rounder;
  return {bits_of(rounded) - bits_of(Format<T>::rounder), (x - exponent * ln2_high<T>)-exponent * ln2_low<T>};
}

// exp(x) - 1 for |x| <= ln 2 / 2, by Taylor's series.
template <class T>
constexpr T small_expm1(T x) {
  if constexpr (Format<T>::is_single) {
    return x + x * x * polynomial(x, 1 / 2.F, 1 / 6.F, 1 / 24.F, 1 / 120.F, 1 / 720.F, 1 / 5040.F);
  } else {
    return x + x * x *
                   polynomial(x, 1 / 2., 1 / 6., 1 / 24., 1 / 120., 1 / 720., 1 / 5040., 1 / 40320., 1 / 362880.,
                              1 / 3628800., 1 / 39916800., 1 / 479001600., 1 / 6227020800.);
  }
}

// Bounds beyond which results do not change. NaN is within all bounds.
template <class T>
constexpr T bounded(T x, T low, T high) {
  const T raised = choose(x < low, low, x);
  return choose(raised > high, high, raised);
}

template <class T>
constexpr T exp(T x) {
  const Reduced<T> reduced =
      Format<T>::is_single ? reduce_by_ln2(bounded(x, T(-104), T(89))) : reduce_by_ln2(bounded(x, T(-746), T(709.9)));
  // In two steps, as 2^exponent may be no normal number where the result is a number. The offset keeps it above 0.
  constexpr Bits<T> offset = 4096;
  const Bits<T> half_of_it = ((reduced.exponent + offset) >> 1) - offset / 2;
  return (small_expm1(reduced.rest) + 1) * power_of_two<T>(half_of_it) * power_of_two<T>(reduced.exponent - half_of_it);
}

template <class T>
constexpr T expm1(T x) {
  const Reduced<T> reduced =
      Format<T>::is_single ? reduce_by_ln2(bounded(x, T(-18), T(89))) : reduce_by_ln2(bounded(x, T(-38), T(709.9)));
  // Half of 2^exponent, which is finite where the result is.
  const T scale = power_of_two<T>(reduced.exponent - 1);
  const T result = (scale * small_expm1(reduced.rest) + (scale - T(0.5))) * 2;
  return std::bit_cast<T>(bits_of(result) | (bits_of(x) & Format<T>::sign));  // for -0
}

// log(1 + x) for 1 + x from sqrt(1/2) to sqrt(2), to which exponent * ln 2 is added: with s = x / (2 + x) it is
// 2 (s + s^3/3 + s^5/5 + ...), arranged as x - x^2/2 + s (x^2/2 + s^2 (...)), whose first term is exact.
template <class T>
constexpr T small_log1p(T x, T exponent) {
  const T s = x / (2 + x);
  const T z = s * s;
  T series;
  if constexpr (Format<T>::is_single) {
    series = z * polynomial(z, 2 / 3.F, 2 / 5.F, 2 / 7.F, 2 / 9.F);
  } else {
    series = z * polynomial(z, 2 / 3., 2 / 5., 2 / 7., 2 / 9., 2 / 11., 2 / 13., 2 / 15., 2 / 17., 2 / 19., 2 / 21.);
  }
  const T square = x * x / 2;
  return exponent * ln2_high<T> - ((square - (s * (square + series) + exponent * ln2_low<T>)) - x);
}

// For normal and subnormal numbers above 0.
template <class T>
constexpr T finite_log(T x) {
  constexpr Bits<T> from = std::bit_cast<Bits<T>>(T(0.70710678118654752440));
  constexpr Bits<T> shift = (Format<T>::bias << Format<T>::fraction_bits) - from;
  const bool is_subnormal = x < Format<T>::smallest_normal;
  const T scaled = x * Format<T>::whole;
  const Bits<T> bits = bits_of(choose(is_subnormal, scaled, x)) + shift;
  const T factor = std::bit_cast<T>((bits & Format<T>::fraction) + from);
  // The exponent as a number: in the last bits of one that is large enough to have no fraction.
  const T field = std::bit_cast<T>((bits >> Format<T>::fraction_bits) | bits_of(Format<T>::whole));
  const T exponent = field - (Format<T>::whole + T(Format<T>::bias));
  const T unscaled = exponent - T(Format<T>::fraction_bits);
  return small_log1p(factor - 1, choose(is_subnormal, unscaled, exponent));
}

template <class T>
constexpr T log(T x) {
  const T result = finite_log(x);
  const T of_infinity = choose(x < Format<T>::infinity, result, x);  // also NaN
  const T of_zero = choose(x == 0, -Format<T>::infinity, of_infinity);
  return choose(x < 0, Format<T>::nan, of_zero);
}

template <class T>
constexpr T log1p(T x) {
  const T sum = 1 + x;
  // What the sum lost, by Knuth's two-sum; its part of the logarithm is lost / sum.
  const T added = sum - 1;
  const T lost = (1 - (sum - added)) + (x - added);
  const T result = finite_log(sum) + lost / sum;
  const T of_infinity = choose(x < Format<T>::infinity, result, x);
  const T of_pole = choose(x == -1, -Format<T>::infinity, of_infinity);
  const T all = choose(x < -1, Format<T>::nan, of_pole);
  return std::bit_cast<T>(bits_of(all) | (bits_of(x) & Format<T>::sign));  // for -0
}

// For float a fraction of polynomials, x P(x^2) / Q(x^2): least squares at 1500 Chebyshev nodes up to 9.02, where float rounds
// to 1, reweighted until the largest error is smallest; it is 2.1e-8, and roundings add 6 units in the last place. For double
// with t = exp(-2|x|) - 1 it is -t / (t + 2).
template <class T>
constexpr T tanh(T x) {
  if constexpr (Format<T>::is_single) {
    const T z = x * x;
    const T numerator = polynomial(z, 1.F, 0.1337971616F, 3.494032407e-03F, 2.058344604e-05F, 1.331902484e-08F);
    const T denominator = polynomial(z, 1.F, 0.4671303141F, 2.587106507e-02F, 3.283089315e-04F, 7.761999759e-07F);
    const T result = x * numerator / denominator;
    const T bound = bounded(result, T(-1), T(1));
    return choose(magnitude(x) > 9.02F, with_sign_of(T(1), x), bound);
  } else {
    const T t = expm1(-2 * magnitude(x));
    return with_sign_of(t / (t + 2), x);
  }
}

// 1 / (1 + exp(-x)), written so that no exponential overflows.
template <class T>
constexpr T logistic(T x) {
  const T power = exp(-magnitude(x));
  const T numerator = choose(x < 0, power, T(1));
  return numerator / (1 + power);
}

// log(1 + exp(x))
template <class T>
constexpr T softplus(T x) {
  const T rest = log1p(exp(-magnitude(x)));
  return choose(x < 0, T(0), x) + rest;
}

}  // namespace shapeproof::engine::math
