// SPDX-License-Identifier: BSL-1.0
// What can the extent of an axis be? A number (64, an int), a named axis that is known at run time (axis("N")), a named
// axis of known extent (C(3)), arithmetic over named axes (2 * N + 1), dyn (unknown and unnamed), or _ ("work it out").
//
//   inline constexpr auto N = axis("N"), C = axis("C");
//   Shape<N, C(3), 32, 2 * N + 1>
#pragma once

#include <cstdint>

#include "detail/algebra/maximum.hpp"
#include "message.hpp"

namespace shapeproof {

// An extent that is more than a plain number. It holds its canonical text, so that equal extents are the same template
// argument and g++ prints what the user wrote: Extent{"2*N+1"}.
struct Extent {
  static constexpr int capacity = 96;
  char text[capacity] = {};

  // This axis with a known extent: C(3). Only a plain name can be given one.
  constexpr Extent operator()(std::int64_t count) const;

  // The text is compared up to its end, not the zeros behind it.
  friend constexpr bool operator==(const Extent& left, const Extent& right) {
    for (int i = 0; i < capacity; ++i) {
      if (left.text[i] != right.text[i]) return false;
      if (left.text[i] == '\0') return true;
    }
    return true;
  }
};

// Unknown until run time, and unnamed.
inline constexpr Extent dyn{"dyn"};
// "Work it out": the one hole in a reshape or a split.
inline constexpr Extent _{"_"};

namespace detail {

constexpr bool same_text(const char* left, const char* right) { return Name::of(left) == Name::of(right); }

constexpr bool is_identifier(const char* text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (!letter(*text)) return false;
  while (letter(*text) || (*text >= '0' && *text <= '9')) ++text;
  return *text == '\0';
}

// A text that begins with '!' is an extent that cannot be; what follows says why, and Shape refuses it in these words.
constexpr Extent impossible(const char* reason) {
  Extent extent{"!"};
  for (int i = 0; reason[i] != '\0' && i < Extent::capacity - 2; ++i) extent.text[i + 1] = reason[i];
  return extent;
}

constexpr Extent extent_of_text(const Sentence& text) {
  if (text.size() >= Extent::capacity) return impossible("an expression of more than 95 characters");
  Extent extent;
  for (std::size_t i = 0; i < text.size(); ++i) extent.text[i] = text.c_str()[i];
  return extent;
}

}  // namespace detail

// A named axis. The name is a letter or _ followed by letters, digits and _; at most 31 characters.
constexpr Extent axis(const char* name) {
  if (!detail::is_identifier(name)) return detail::impossible("a name that is no identifier");
  if (detail::same_text(name, "_") || detail::same_text(name, "dyn")) return detail::impossible("a reserved name");
  if (detail::Name::of(name).size > 31) return detail::impossible("a name of more than 31 characters");
  return detail::extent_of_text(sentence_of(name));
}

constexpr Extent Extent::operator()(std::int64_t count) const {
  if (!detail::is_identifier(text) || *this == dyn || *this == _) {
    return detail::impossible("a number given to something that is no plain name");
  }
  if (count < 0) return detail::impossible("a name with a negative number");
  return detail::extent_of_text(sentence_of(text, '(', count, ')'));
}

// An extent as the rules see it: at compile time with what is known then, at run time with its number.
struct ExtentValue {
  std::int64_t number = -1;  // -1: not known
  Extent symbol{};           // "N", "2*N+1", "_" for a hole, empty where there is no name

  constexpr ExtentValue() = default;
  // A negative number is no extent, and not an unknown one either: well_formed_rule refuses it.
  constexpr ExtentValue(std::int64_t count) : number(count < 0 ? -2 : count) {}  // NOLINT(google-explicit-constructor)
  constexpr ExtentValue(const Extent& extent) {                                  // NOLINT(google-explicit-constructor)
    if (extent == dyn) return;
    symbol = extent;
    read_number();
  }
  constexpr ExtentValue(std::int64_t count, const Extent& name) : number(count), symbol(name) {}

  [[nodiscard]] constexpr bool is_known() const { return number >= 0; }
  [[nodiscard]] constexpr bool has_symbol() const { return symbol.text[0] != '\0'; }
  // A single axis' name, not an expression.
  [[nodiscard]] constexpr bool is_named() const { return detail::is_identifier(symbol.text) && !is_hole(); }
  [[nodiscard]] constexpr bool is_hole() const { return symbol == _; }
  [[nodiscard]] constexpr bool is_dyn() const { return !is_known() && !has_symbol(); }
  [[nodiscard]] constexpr bool is_impossible() const { return symbol.text[0] == '!'; }

  friend constexpr bool operator==(const ExtentValue&, const ExtentValue&) = default;

 private:
  // "C(3)" is the name C and the number 3; "12" is the number 12.
  constexpr void read_number() {
    int i = 0;
    while (symbol.text[i] != '\0' && symbol.text[i] != '(' && symbol.text[i] != '*') ++i;
    const int name_end = symbol.text[i] == '(' && i > 0 ? i : 0;
    int digit = name_end == 0 ? 0 : name_end + 1;
    const int first = digit;
    std::int64_t count = 0;
    while (symbol.text[digit] >= '0' && symbol.text[digit] <= '9') count = count * 10 + (symbol.text[digit++] - '0');
    if (digit == first || symbol.text[digit] != (name_end == 0 ? '\0' : ')')) return;
    number = count;
    for (int k = name_end; k < Extent::capacity; ++k) symbol.text[k] = '\0';
  }
};

constexpr Sentence& operator<<(Sentence& out, const ExtentValue& extent) {
  if (extent.is_dyn()) return out << "dyn";
  if (!extent.has_symbol()) return out << extent.number;
  if (!extent.is_known()) return out << extent.symbol.text;
  if (extent.is_named()) return out << extent.symbol.text << '(' << extent.number << ')';
  return out << extent.symbol.text << " = " << extent.number;
}

namespace detail {

// The extent as an expression. A number counts as itself where it is known.
constexpr Polynomial polynomial_of(const ExtentValue& extent, Workspace& work) {
  if (extent.is_known()) return Polynomial(extent.number);
  return read(Name::of(extent.symbol.text), work);
}

constexpr ExtentValue extent_of(const Polynomial& sum, Workspace& work) {
  if (sum.is_undefined) return impossible("a division by 0");
  if (sum.overflows) return impossible("an expression too large to compute with");
  if (sum.is_number() && sum.number() >= 0) return sum.number();
  Sentence text;
  write(sum, text, work);
  return {-1, extent_of_text(text)};
}

template <class Compute>
constexpr ExtentValue compute(const ExtentValue& left, const ExtentValue& right, Compute compute) {
  if (left.is_impossible()) return left;
  if (right.is_impossible()) return right;
  if (left.number < -1 || right.number < -1) return impossible("arithmetic with a negative number");
  if (left.is_hole() || right.is_hole()) return impossible("arithmetic with _, which has no value yet");
  if (left.is_dyn() || right.is_dyn()) return dyn;
  Workspace work;
  return extent_of(compute(polynomial_of(left, work), polynomial_of(right, work), work), work);
}

// Whether both are plain numbers, so that nothing has to be read or written.
constexpr bool are_known(const ExtentValue& left, const ExtentValue& right) {
  return left.is_known() && right.is_known();
}

constexpr Extent to_extent(const ExtentValue& value) {
  if (value.is_known() && !value.is_named()) return extent_of_text(sentence_of(value.number));
  return extent_of_text(sentence_of(value));
}
constexpr Extent number_extent(std::int64_t number) { return extent_of_text(sentence_of(number)); }

}  // namespace detail

// Arithmetic of rules. Numbers, names and expressions mix; what dyn takes part in is dyn. An expression may be negative on
// the way: ExtentValue(3) - 5 + 4 is 2. What cannot be computed is an extent that Shape refuses, and says why.
constexpr ExtentValue operator+(const ExtentValue& left, const ExtentValue& right) {
  std::int64_t sum = 0;
  if (detail::are_known(left, right) && !__builtin_add_overflow(left.number, right.number, &sum)) return sum;
  return detail::compute(left, right, [](const auto& a, const auto& b, auto&) { return a + b; });
}
constexpr ExtentValue operator-(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && left.number >= right.number) return left.number - right.number;
  return detail::compute(left, right, [](const auto& a, const auto& b, auto&) { return a - b; });
}
constexpr ExtentValue operator*(const ExtentValue& left, const ExtentValue& right) {
  std::int64_t product = 0;
  if (detail::are_known(left, right) && !__builtin_mul_overflow(left.number, right.number, &product)) return product;
  return detail::compute(left, right, [](const auto& a, const auto& b, auto&) { return a * b; });
}
// Rounded down, also where the dividend is negative; a division by 0 is refused.
constexpr ExtentValue operator/(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && right.number > 0) return left.number / right.number;
  if (right.number == 0) return detail::impossible("a division by 0");
  return detail::compute(left, right,
                         [](const auto& a, const auto& b, auto& work) { return detail::floor_quotient(a, b, work); });
}
// What / leaves: left - right * (left / right), so never negative for a divisor of at least 1.
constexpr ExtentValue operator%(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right) && right.number > 0) return left.number % right.number;
  if (right.number == 0) return detail::impossible("a division by 0");
  return detail::compute(left, right,
                         [](const auto& a, const auto& b, auto& work) { return detail::remainder(a, b, work); });
}
// The quotient rounded up: (left + right - 1) / right.
constexpr ExtentValue ceil_div(const ExtentValue& left, const ExtentValue& right) { return (left + right - 1) / right; }
constexpr ExtentValue max(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right)) return left.number < right.number ? right.number : left.number;
  return detail::compute(left, right,
                         [](const auto& a, const auto& b, auto& work) { return detail::maximum(a, b, work); });
}
constexpr ExtentValue min(const ExtentValue& left, const ExtentValue& right) {
  if (detail::are_known(left, right)) return left.number < right.number ? left.number : right.number;
  return detail::compute(left, right,
                         [](const auto& a, const auto& b, auto& work) { return detail::minimum(a, b, work); });
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
constexpr Extent min(const Extent& left, const Extent& right) {
  return detail::to_extent(min(ExtentValue(left), ExtentValue(right)));
}
constexpr Extent operator+(const Extent& left, std::int64_t right) { return left + detail::number_extent(right); }
constexpr Extent operator-(const Extent& left, std::int64_t right) { return left - detail::number_extent(right); }
constexpr Extent operator*(const Extent& left, std::int64_t right) { return left * detail::number_extent(right); }
constexpr Extent operator/(const Extent& left, std::int64_t right) { return left / detail::number_extent(right); }
constexpr Extent operator%(const Extent& left, std::int64_t right) { return left % detail::number_extent(right); }
constexpr Extent operator+(std::int64_t left, const Extent& right) { return detail::number_extent(left) + right; }
constexpr Extent operator-(std::int64_t left, const Extent& right) { return detail::number_extent(left) - right; }
constexpr Extent operator*(std::int64_t left, const Extent& right) { return detail::number_extent(left) * right; }
constexpr Extent operator/(std::int64_t left, const Extent& right) { return detail::number_extent(left) / right; }
constexpr Extent operator%(std::int64_t left, const Extent& right) { return detail::number_extent(left) % right; }
constexpr Extent ceil_div(const Extent& left, std::int64_t right) {
  return ceil_div(left, detail::number_extent(right));
}
constexpr Extent ceil_div(std::int64_t left, const Extent& right) {
  return ceil_div(detail::number_extent(left), right);
}
constexpr Extent max(const Extent& left, std::int64_t right) { return max(left, detail::number_extent(right)); }
constexpr Extent max(std::int64_t left, const Extent& right) { return max(detail::number_extent(left), right); }
constexpr Extent min(const Extent& left, std::int64_t right) { return min(left, detail::number_extent(right)); }
constexpr Extent min(std::int64_t left, const Extent& right) { return min(detail::number_extent(left), right); }
constexpr Extent operator-(const Extent& extent) { return extent * -1; }

}  // namespace shapeproof
