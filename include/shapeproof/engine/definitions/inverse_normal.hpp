// SPDX-License-Identifier: BSL-1.0
// Below which number lies a given part of the normal distribution? As the same bits on every machine: only sums, products,
// quotients and square roots, each of which IEEE 754 rounds in one way, are used, and none are fused.
//
// M. J. Wichura: Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37 (1988), 477-484,
// PPND16: relative errors below 1e-15.
#pragma once

#include <bit>
#include <cstdint>

#include "../create.hpp"

namespace shapeproof::engine {

template <int Size>
constexpr double polynomial(const double (&coefficients)[Size], double x) {
  double sum = coefficients[Size - 1];
  for (int i = Size - 2; i >= 0; --i) {
    const double product = rounded(sum * x);
    sum = product + coefficients[i];
  }
  return sum;
}

// The natural logarithm of a positive normal number: of its fraction, between the square roots of 1/2 and 2, by the series of
// the inverse hyperbolic tangent, and of its power of 2.
constexpr double log_of(double x) {
  constexpr double odd_reciprocals[] = {1.0,      1.0 / 3,  1.0 / 5,  1.0 / 7,  1.0 / 9,  1.0 / 11,
                                        1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23};
  constexpr double log_2 = 0.69314718055994530942;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int exponent = static_cast<int>(bits >> 52) - 1023;
  auto fraction = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFU) | 0x3FF0000000000000U);
  if (fraction > 1.4142135623730951) {
    fraction *= 0.5;
    ++exponent;
  }
  const double ratio = (fraction - 1) / (fraction + 1);
  const double series = polynomial(odd_reciprocals, ratio * ratio);
  const double of_fraction = rounded(2 * ratio * series);
  const double of_power = rounded(exponent * log_2);
  return of_power + of_fraction;
}

// For p - 1/2, which is exact where p is not, and the smaller one of p and 1 - p. Both are more than 0.
inline double inverse_normal(double from_middle, double tail) {
  constexpr double a[] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                          1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                          3.3430575583588128105e4, 2.5090809287301226727e3};
  constexpr double b[] = {1.0,
                          4.2313330701600911252e1,
                          6.8718700749205790830e2,
                          5.3941960214247511077e3,
                          2.1213794301586595867e4,
                          3.9307895800092710610e4,
                          2.8729085735721942674e4,
                          5.2264952788528545610e3};
  constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                          3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                          2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr double d[] = {1.0,
                          2.05319162663775882187e0,
                          1.67638483018380384940e0,
                          6.89767334985100004550e-1,
                          1.48103976427480074590e-1,
                          1.51986665636164571966e-2,
                          5.47593808499534494600e-4,
                          1.05075007164441684324e-9};
  constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                          2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr double f[] = {1.0,
                          5.99832206555887937690e-1,
                          1.36929880922735805310e-1,
                          1.48753612908506148525e-2,
                          7.86869131145613259100e-4,
                          1.84631831751005468180e-5,
                          1.42151175831644588870e-7,
                          2.04426310338993978564e-15};
  if (from_middle <= 0.425 && from_middle >= -0.425) {
    const double square = rounded(from_middle * from_middle);
    const double r = 0.180625 - square;
    return from_middle * polynomial(a, r) / polynomial(b, r);
  }
  const double root = __builtin_sqrt(-log_of(tail));
  const double size = root <= 5 ? polynomial(c, root - 1.6) / polynomial(d, root - 1.6)
                                : polynomial(e, root - 5) / polynomial(f, root - 5);
  return from_middle < 0 ? -size : size;
}

}  // namespace shapeproof::engine
