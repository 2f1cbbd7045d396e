// SPDX-License-Identifier: BSL-1.0
// What can be drawn at random? Numbers with fractions between two others or around a mean, integers below another one, true
// with a probability.
#pragma once

#include "arange.hpp"

namespace shapeproof {

// Elements are fractions.
constexpr Ruling fractions_rule(const char* operation, ElementType type, Refusal* why = nullptr) {
  if (!is_floating(type) || type >= ElementType::complex64) {
    return refuse(why) << operation << ": elements are " << type << ", wanted are float16, float32 or float64";
  }
  return allow({});
}
// Elements are integers.
constexpr Ruling integers_rule(const char* operation, ElementType type, Refusal* why = nullptr) {
  if (is_floating(type) || type == ElementType::boolean) {
    return refuse(why) << operation << ": elements are " << type << ", wanted are integers";
  }
  return allow({});
}

// The range is one of numbers, and no end is before its beginning.
constexpr Ruling uniform_range_rule(double low, double high, Refusal* why = nullptr) {
  if (!(low <= high) || !detail::is_finite(high - low)) {
    // run time only: tests/random.cpp
    return refuse(why) << "uniform: from " << detail::Decimal{low} << " to " << detail::Decimal{high}
                       << "; low must be at most high, and both finite";
  }
  return allow({});
}

// The deviation is not negative.
constexpr Ruling normal_range_rule(double mean, double stddev, Refusal* why = nullptr) {
  if (!(stddev >= 0) || !detail::is_finite(stddev) || !detail::is_finite(mean)) {
    // run time only: tests/random.cpp
    return refuse(why) << "normal: a mean of " << detail::Decimal{mean} << " and a standard deviation of "
                       << detail::Decimal{stddev} << ", which must be at least 0, and both finite";
  }
  return allow({});
}

// A probability lies between 0 and 1.
constexpr Ruling probability_rule(double probability, Refusal* why = nullptr) {
  if (!(probability >= 0 && probability <= 1)) {
    // run time only: tests/random.cpp
    return refuse(why) << "bernoulli: a probability of " << detail::Decimal{probability}
                       << ", wanted is one from 0 to 1";
  }
  return allow({});
}

// [low, high)
constexpr Ruling randint_range_rule(ElementType type, std::int64_t low, std::int64_t high, Refusal* why = nullptr) {
  if (low >= high) {
    // run time only: tests/random.cpp
    return refuse(why) << "randint: no integers are at least " << low << " and below " << high;
  }
  if (!detail::holds_number(type, low) || !detail::holds_number(type, high - 1)) {
    // run time only: tests/random.cpp
    return refuse(why) << "randint: numbers from " << low << " to " << high - 1 << " do not fit " << type;
  }
  return allow({});
}

// Asked again with the numbers: what is static is refused at compile time.
constexpr Ruling randperm_rule(ElementType type, const ShapeValue& shape, const std::int64_t* numbers, int count,
                               Refusal* why = nullptr) {
  const Ruling made = vector_rule("randperm", shape, numbers, count, why);
  if (made.holds && made.result[0].number > 0 && !detail::holds_number(type, made.result[0].number - 1)) {
    return refuse(why) << "randperm: numbers from 0 to " << made.result[0].number - 1 << " do not fit " << type;
  }
  return made;
}

}  // namespace shapeproof
