// SPDX-License-Identifier: BSL-1.0
// Is half IEEE 754 binary16? Every half there is, and floats compared with a conversion that looks for the nearest half
// instead of moving bits.
#include <shapeproof/half.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"

using shapeproof::half;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

// What a half's bits mean, from the standard's definition.
float meaning_of(std::uint16_t bits) {
  const float sign = (bits & 0x8000) != 0 ? -1.0F : 1.0F;
  const int exponent = (bits >> 10) & 31;
  const int fraction = bits & 1023;
  if (exponent == 31) return fraction == 0 ? sign * infinity : std::numeric_limits<float>::quiet_NaN();
  if (exponent == 0) return sign * std::ldexp(static_cast<float>(fraction), -24);
  return sign * std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
}

// The nearest half by search; of two that are equally near, the one whose last bit is 0. What lies from halfway behind
// the largest half on is infinity.
std::uint16_t nearest_half(float value) {
  static const std::vector<double> all = [] {
    std::vector<double> halves;
    for (int bits = 0; bits < 0x7C00; ++bits) halves.push_back(meaning_of(static_cast<std::uint16_t>(bits)));
    halves.push_back(65536);  // where the next one would be
    return halves;
  }();
  const auto sign = static_cast<std::uint16_t>(std::signbit(value) ? 0x8000 : 0);
  const double size = std::fabs(static_cast<double>(value));
  const auto above = std::lower_bound(all.begin(), all.end(), size);
  if (above == all.end()) return static_cast<std::uint16_t>(sign | 0x7C00);
  auto bits = above - all.begin();
  if (bits > 0) {
    const double to_lower = size - all[static_cast<std::size_t>(bits - 1)];
    const double to_upper = *above - size;
    if (to_lower < to_upper || (to_lower == to_upper && bits % 2 == 1)) --bits;
  }
  return static_cast<std::uint16_t>(sign | bits);
}

bool is_nan(std::uint16_t bits) { return (bits & 0x7FFF) > 0x7C00; }

}  // namespace

TEST_CASE("half: each of the 65536 means what IEEE 754 says, and comes back from float as it was") {
  int wrong_meanings = 0;
  int wrong_returns = 0;
  for (int i = 0; i < 65536; ++i) {
    const auto bits = static_cast<std::uint16_t>(i);
    const float value = half::from_bits(bits);
    const half back = value;
    if (is_nan(bits)) {
      wrong_meanings += std::isnan(value) ? 0 : 1;
      wrong_returns += is_nan(back.bits) ? 0 : 1;
    } else {
      wrong_meanings += value == meaning_of(bits) && std::signbit(value) == (bits >= 0x8000) ? 0 : 1;
      wrong_returns += back.bits == bits ? 0 : 1;
    }
  }
  CHECK(wrong_meanings == 0);
  CHECK(wrong_returns == 0);
}

TEST_CASE("half: floats become the nearest one, ties to even, and infinity where none is near") {
  std::vector<float> floats;
  // Each half, the middle between it and the next, and the floats beside both.
  for (int i = 0; i < 0x7C00; ++i) {
    const float value = meaning_of(static_cast<std::uint16_t>(i));
    const float next = i + 1 == 0x7C00 ? 65536.0F : meaning_of(static_cast<std::uint16_t>(i + 1));
    for (const float point : {value, (value + next) / 2}) {
      floats.insert(floats.end(), {point, std::nextafter(point, infinity), std::nextafter(point, -infinity)});
    }
  }
  std::mt19937 random(7);
  for (int i = 0; i < 200'000; ++i) floats.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(random())));
  int wrong = 0;
  for (const float value : floats) {
    if (std::isnan(value)) continue;
    for (const float either : {value, -value}) {
      if (half(either).bits == nearest_half(either)) continue;
      if (++wrong < 5) UNSCOPED_INFO(either << " became " << half(either).bits << ", not " << nearest_half(either));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("half: the ends") {
  CHECK(half(65504.0F).bits == 0x7BFF);
  CHECK(half(65519.0F).bits == 0x7BFF);
  CHECK(half(65520.0F).bits == 0x7C00);  // halfway: to even, which is infinity
  CHECK(half(1e30F).bits == 0x7C00);
  CHECK(half(-infinity).bits == 0xFC00);
  CHECK(half(0x1p-24F).bits == 1);
  CHECK(half(0x1p-25F).bits == 0);  // halfway between 0 and the smallest: to even
  CHECK(half(0x1.000002p-25F).bits == 1);
  CHECK(half(-0x1p-30F).bits == 0x8000);
  CHECK(half(0x1.ffcp-15F).bits == 0x03FF + 1);  // the largest subnormal is 0x1.ff8p-15
  CHECK(half(0x1.ff8p-15F).bits == 0x03FF);
  CHECK(half(std::numeric_limits<float>::denorm_min()).bits == 0);
}

TEST_CASE("half: every NaN stays one, with its sign") {
  for (const std::uint32_t bits : {0x7F800001U, 0x7FC00000U, 0x7FFFFFFFU, 0x7F801FFFU, 0x7F802000U}) {
    CHECK(is_nan(half(std::bit_cast<float>(bits)).bits));
    CHECK(half(std::bit_cast<float>(bits | 0x80000000U)).bits >= 0xFC01);
  }
}

TEST_CASE("half: computes as float, and in constant expressions") {
  static_assert(half(1.5F) + half(0.25F) == 1.75F);
  static_assert(std::is_same_v<decltype(half() + half()), float>);
  static_assert(half().bits == 0 && sizeof(half) == 2);
  static_assert(half(0.1F).bits == 0x2E66);
  static_assert(static_cast<float>(half::from_bits(0x0001)) == 0x1p-24F);
  CHECK(half(2.0F) == half(2.0F));
  CHECK(half(-0.0F) == half(0.0F));
}
