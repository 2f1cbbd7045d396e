// SPDX-License-Identifier: BSL-1.0
// erf, erfc of magnitudes, and gelu, which is made of it; for float. Those of double are the C library's. erf within 3
// units in the last place. How they are written stands in bits.hpp.
#pragma once

#include "exponential.hpp"

namespace shapeproof::engine::math {

// erfc(x) for x >= 0: exp(-x^2) t P(t - 1/2) with t = 1 / (1 + 0.4 x). P is a least-squares fit, reweighted until its
// largest error is smallest, at 600 Chebyshev nodes; it is off by 8.3e-9 at most, relative to erfc.
constexpr float erfc_of_magnitude(float x) {
  const float z = bounded(x, 0.F, 10.5F);
  const float t = 1 / (1 + 0.4F * z);
  const float fit = t * polynomial(t - 0.5F, 0.4216127278F, 0.6437213853F, 0.7262626108F, 0.5480148292F, 0.1815091966F,
                                   -0.1077925518F, -0.1229942882F, 0.02691062203F, 0.06447735513F, -0.02920660579F);
  // z^2 = head^2 + rest, the first exactly.
  const float head = std::bit_cast<float>(bits_of(z) & 0xFFFFF000U);
  const float rest = (z - head) * (z + head);
  return exp(-head * head) * (1 + small_expm1(-rest)) * fit;
}

// Near 0 by Taylor's series.
constexpr float erf(float x) {
  const float z = x * x;
  const float near =
      x * 1.12837916709551257F *
      polynomial(z, 1.F, -1 / 3.F, 1 / 10.F, -1 / 42.F, 1 / 216.F, -1 / 1320.F, 1 / 9360.F, -1 / 75600.F, 1 / 685440.F);
  const float size = magnitude(x);
  const float far = with_sign_of(1 - erfc_of_magnitude(size), x);
  return choose(size < 0.9F, near, far);
}

// x (1 + erf(x / sqrt 2)) / 2, without the cancellation below 0.
constexpr float gelu(float x) {
  const float half = 0.5F * erfc_of_magnitude(magnitude(x) * 0.70710678118654752440F);
  const float factor = 1 - half;
  return x * choose(x < 0, half, factor);
}

}  // namespace shapeproof::engine::math
