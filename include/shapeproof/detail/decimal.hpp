// SPDX-License-Identifier: BSL-1.0
// How does a sentence say a number that has a fraction? With up to six digits behind the point: 0.25, -1.5, 3, 2.5e-7.
#pragma once

#include <cstdint>
#include <limits>

#include "../message.hpp"

namespace shapeproof::detail {

struct Decimal {
  double value = 0;
};

constexpr bool is_finite(double value) {
  constexpr double largest = std::numeric_limits<double>::max();
  return value <= largest && value >= -largest;
}

// `value` is at least 0 and below 9e15.
constexpr void write_plain(Sentence& out, double value) {
  auto whole = static_cast<std::int64_t>(value);
  auto millionths = static_cast<std::int64_t>((value - static_cast<double>(whole)) * 1e6 + 0.5);
  if (millionths == 1000000) {
    ++whole;
    millionths = 0;
  }
  out << whole;
  if (millionths == 0) return;
  out << '.';
  for (std::int64_t unit = 100000; millionths != 0; unit /= 10) {
    out << static_cast<char>('0' + millionths / unit);
    millionths %= unit;
  }
}

constexpr Sentence& operator<<(Sentence& out, const Decimal& decimal) {
  double value = decimal.value;
  if (value != value) return out << "nan";
  if (value < 0) {
    out << '-';
    value = -value;
  }
  if (!is_finite(value)) return out << "inf";
  int exponent = 0;
  const bool is_small = value < 1e-3 && value > 0;
  for (; value >= 1e15 || (exponent > 0 && value >= 10); value /= 10) ++exponent;
  for (; is_small && value < 1; value *= 10) --exponent;
  write_plain(out, value);
  return exponent == 0 ? out : out << 'e' << exponent;
}

}  // namespace shapeproof::detail
