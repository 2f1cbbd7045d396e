// SPDX-License-Identifier: BSL-1.0
// How does one compute with extents? 2 * N + 1, H * W, N - M, N / 2 (rounded down), T % 8, ceil_div(N, 2), max(H, W),
// min(H, W): inside Shape<...>, and as rules do it, where numbers and names mix. What comes out is in normal form.
#pragma once

#include "extent.hpp"

namespace shapeproof {
namespace detail {

constexpr ExtentValue signed_value(std::int64_t number) {
  if (number >= 0) return number;
  return {-1, extent_of_text(sentence_of(number))};
}

// What a symbol says. It must outlive the expression.
constexpr Polynomial symbol_of(const Extent& symbol, Workspace& work) {
  const Name text = Name::of(symbol.text);
  if (symbol.text[text.size] == ' ') declare(work, clause_of(symbol.text));
  return read(text, work);
}
// The extent as an expression, which must not outlive it. A number counts as itself where it is known.
constexpr Polynomial polynomial_of(const ExtentValue& extent, Workspace& work) {
  return extent.is_known() ? Polynomial(work, extent.number) : symbol_of(extent.symbol, work);
}

constexpr ExtentValue extent_of(const Polynomial& sum) {
  if (sum.is_undefined) return impossible("a division by 0");
  if (sum.overflows) return impossible("an expression too large to compute with");
  if (sum.is_number() && sum.number() >= 0) return sum.number();
  const Name text = text_of(sum);
  const int begin = static_cast<int>(sum.work().mark()) - text.size;
  return {-1, extent_since(sum.work(), begin, sum.work().declared() > 0)};
}

template <class Compute>
constexpr ExtentValue compute(const ExtentValue& left, const ExtentValue& right, Compute compute) {
  if (left.is_impossible()) return left;
  if (right.is_impossible()) return right;
  // run time only: tests/rules/algebra.cpp
  if (left.number < -1 || right.number < -1) return impossible("arithmetic with a negative number");
  if (left.is_hole() || right.is_hole()) return impossible("arithmetic with _, which has no value yet");
  if (left.is_dyn() || right.is_dyn()) return dyn;
  Workspace work;
  const Polynomial first = polynomial_of(left, work);
  const Polynomial second = polynomial_of(right, work);
  if (work.declared() > 0 && !declare_alike(left.symbol.text, right.symbol.text)) {
    return impossible("a name that is declared in two ways");
  }
  return extent_of(compute(first, second));
}

// Whether both are plain numbers, so that nothing has to be read or written.
constexpr bool are_known(const ExtentValue& left, const ExtentValue& right) {
  return left.is_known() && right.is_known();
}

constexpr Extent to_extent(const ExtentValue& value) {
  if (!value.is_known()) return value.has_symbol() ? value.symbol : dyn;
  if (value.is_named()) return value.symbol(value.number);
  return extent_of_text(sentence_of(value.number));
}

}  // namespace detail

// Arithmetic of rules. Numbers, names and expressions mix; what dyn takes part in is dyn. An expression may be negative on
// the way: ExtentValue(3) - 5 + 4 is 2. What cannot be computed is an extent that Shape refuses, and says why.
constexpr ExtentValue operator+(const ExtentValue& left, const ExtentValue& right) {
  std::int64_t sum = 0;
  if (detail::are_known(left, right) && !__builtin_add_overflow(left.number, right.number, &sum)) return sum;
  return detail::compute(left, right, [](const auto& a, const auto& b) { return a + b; });
}
constexpr ExtentValue operator-(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && left.number >= right.number) return left.number - right.number;
  return detail::compute(left, right, [](const auto& a, const auto& b) { return a - b; });
}
// The product.
constexpr ExtentValue operator*(const ExtentValue& left, const ExtentValue& right) {
  std::int64_t product = 0;
  if (detail::are_known(left, right) && !__builtin_mul_overflow(left.number, right.number, &product)) return product;
  return detail::compute(left, right, [](const auto& a, const auto& b) { return a * b; });
}
// Rounded down, also where the dividend is negative; a division by 0 is refused.
constexpr ExtentValue operator/(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && right.number > 0) return left.number / right.number;
  if (right.number == 0) return detail::impossible("a division by 0");
  return detail::compute(left, right, [](const auto& a, const auto& b) { return detail::floor_quotient(a, b); });
}
// What / leaves: left - right * (left / right), so never negative for a divisor of at least 1.
constexpr ExtentValue operator%(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && right.number > 0) return left.number % right.number;
  if (right.number == 0) return detail::impossible("a division by 0");
  return detail::compute(left, right, [](const auto& a, const auto& b) { return detail::remainder(a, b); });
}
// The quotient rounded up: (left + right - 1) / right.
constexpr ExtentValue ceil_div(const ExtentValue& left, const ExtentValue& right) { return (left + right - 1) / right; }
// The larger one.
constexpr ExtentValue max(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right)) return left.number < right.number ? right.number : left.number;
  return detail::compute(left, right, [](const auto& a, const auto& b) { return detail::maximum(a, b); });
}
// The smaller one.
constexpr ExtentValue min(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right)) return left.number < right.number ? left.number : right.number;
  return detail::compute(left, right, [](const auto& a, const auto& b) { return detail::minimum(a, b); });
}

// Arithmetic as a user writes it inside Shape<...>: 2 * N + 1, H * W, N - M, N / 2, T % 8, ceil_div(N, 2), max(H, W).
constexpr Extent operator+(const Extent& left, const Extent& right) {
  return detail::to_extent(ExtentValue(left) + ExtentValue(right));
}
constexpr Extent operator-(const Extent& left, const Extent& right) {
  return detail::to_extent(ExtentValue(left) - ExtentValue(right));
}
constexpr Extent operator*(const Extent& left, const Extent& right) {
  return detail::to_extent(ExtentValue(left) * ExtentValue(right));
}
constexpr Extent operator/(const Extent& left, const Extent& right) {
  return detail::to_extent(ExtentValue(left) / ExtentValue(right));
}
constexpr Extent operator%(const Extent& left, const Extent& right) {
  return detail::to_extent(ExtentValue(left) % ExtentValue(right));
}
constexpr Extent ceil_div(const Extent& left, const Extent& right) {
  return detail::to_extent(ceil_div(ExtentValue(left), ExtentValue(right)));
}
constexpr Extent max(const Extent& left, const Extent& right) {
  return detail::to_extent(max(ExtentValue(left), ExtentValue(right)));
}
// The smaller one.
constexpr Extent min(const Extent& left, const Extent& right) {
  return detail::to_extent(min(ExtentValue(left), ExtentValue(right)));
}
// With a number on the right.
constexpr Extent operator+(const Extent& left, std::int64_t right) {
  return detail::to_extent(ExtentValue(left) + detail::signed_value(right));
}
// With a number on the right.
constexpr Extent operator-(const Extent& left, std::int64_t right) {
  return detail::to_extent(ExtentValue(left) - detail::signed_value(right));
}
// With a number on the right.
constexpr Extent operator*(const Extent& left, std::int64_t right) {
  return detail::to_extent(ExtentValue(left) * detail::signed_value(right));
}
// With a number on the right, rounded down.
constexpr Extent operator/(const Extent& left, std::int64_t right) {
  return detail::to_extent(ExtentValue(left) / detail::signed_value(right));
}
// With a number on the right: what / leaves.
constexpr Extent operator%(const Extent& left, std::int64_t right) {
  return detail::to_extent(ExtentValue(left) % detail::signed_value(right));
}
// With a number on the left.
constexpr Extent operator+(std::int64_t left, const Extent& right) {
  return detail::to_extent(detail::signed_value(left) + ExtentValue(right));
}
// With a number on the left.
constexpr Extent operator-(std::int64_t left, const Extent& right) {
  return detail::to_extent(detail::signed_value(left) - ExtentValue(right));
}
// With a number on the left.
constexpr Extent operator*(std::int64_t left, const Extent& right) {
  return detail::to_extent(detail::signed_value(left) * ExtentValue(right));
}
// With a number on the left, rounded down.
constexpr Extent operator/(std::int64_t left, const Extent& right) {
  return detail::to_extent(detail::signed_value(left) / ExtentValue(right));
}
// With a number on the left: what / leaves.
constexpr Extent operator%(std::int64_t left, const Extent& right) {
  return detail::to_extent(detail::signed_value(left) % ExtentValue(right));
}
// With a number on the right, rounded up.
constexpr Extent ceil_div(const Extent& left, std::int64_t right) {
  return detail::to_extent(ceil_div(ExtentValue(left), detail::signed_value(right)));
}
// With a number on the left, rounded up.
constexpr Extent ceil_div(std::int64_t left, const Extent& right) {
  return detail::to_extent(ceil_div(detail::signed_value(left), ExtentValue(right)));
}
// The larger one.
constexpr Extent max(const Extent& left, std::int64_t right) {
  return detail::to_extent(max(ExtentValue(left), detail::signed_value(right)));
}
// The larger one.
constexpr Extent max(std::int64_t left, const Extent& right) {
  return detail::to_extent(max(detail::signed_value(left), ExtentValue(right)));
}
// The smaller one.
constexpr Extent min(const Extent& left, std::int64_t right) {
  return detail::to_extent(min(ExtentValue(left), detail::signed_value(right)));
}
// The smaller one.
constexpr Extent min(std::int64_t left, const Extent& right) {
  return detail::to_extent(min(detail::signed_value(left), ExtentValue(right)));
}
// Less than 0: an expression may be so on its way, as in -N + 10.
constexpr Extent operator-(const Extent& extent) { return extent * -1; }

}  // namespace shapeproof
