// SPDX-License-Identifier: BSL-1.0
// What is multiplied in an expression? A factor is known by its text: an axis (N), a quotient that is rounded down
// (N/2, (N+1)/M), or a maximum (max(H,W)). In what is printed there are remainders (N%8) and minima (min(H,W)) too; they
// are read as what they mean: N-8*(N/8), H+W-max(H,W).
#pragma once

#include <cstdint>

#include "../../message.hpp"

namespace shapeproof::detail {

// A text that somebody else keeps; of a factor, or a part of one.
//
// Like all that fills arrays here it has no initialisers of its own: compilers evaluate those for each array element.
struct Name {
  const char* begin;
  int size;

  constexpr Name() = default;
  constexpr Name(const char* text, int length) : begin(text), size(length) {}
  // The text up to its end, or to the space behind which declarations stand.
  static constexpr Name of(const char* text) {
    Name name{text, 0};
    while (text[name.size] != '\0' && text[name.size] != ' ') ++name.size;
    return name;
  }

  constexpr int compare(const Name& other) const {
    for (int i = 0; i < size && i < other.size; ++i) {
      if (begin[i] != other.begin[i]) return begin[i] < other.begin[i] ? -1 : 1;
    }
    return size - other.size;
  }
  friend constexpr bool operator==(const Name& left, const Name& right) {
    return left.size == right.size && left.compare(right) == 0;
  }

  // The part [from, to).
  [[nodiscard]] constexpr Name part(int from, int to) const { return {begin + from, to - from}; }
};

constexpr Sentence& operator<<(Sentence& out, const Name& name) {
  for (int i = 0; i < name.size; ++i) out << name.begin[i];
  return out;
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class Kind { axis, quotient, remainder, maximum, minimum };

// Where the first of `signs` stands outside of parentheses, from `from` on; the text's size if nowhere.
constexpr int find_outside(const Name& text, const char* signs, int from = 0) {
  int depth = 0;
  for (int i = from; i < text.size; ++i) {
    const char letter = text.begin[i];
    depth += (letter == '(') - (letter == ')');
    for (const char* sign = signs; depth == 0 && *sign != '\0'; ++sign) {
      if (letter == *sign) return i;
    }
  }
  return text.size;
}

constexpr Kind kind_of(const Name& factor) {
  int i = 0;
  while (i < factor.size && (is_letter(factor.begin[i]) || is_digit(factor.begin[i]))) ++i;
  if (i == factor.size) return Kind::axis;
  if (i = find_outside(factor, "/%"); i < factor.size) return factor.begin[i] == '/' ? Kind::quotient : Kind::remainder;
  return factor.begin[1] == 'a' ? Kind::maximum : Kind::minimum;
}

// (N+1) -> N+1; what has no parentheses around all of it stays.
constexpr Name without_parentheses(const Name& text) {
  const bool wrapped = text.size > 1 && *text.begin == '(' && find_outside(text, ")") == text.size - 1;
  return wrapped ? text.part(1, text.size - 1) : text;
}

// The two sides of a quotient or remainder.
constexpr Name dividend_of(const Name& factor) {
  return without_parentheses(factor.part(0, find_outside(factor, "/%")));
}
constexpr Name divisor_of(const Name& factor) {
  return without_parentheses(factor.part(find_outside(factor, "/%") + 1, factor.size));
}

}  // namespace shapeproof::detail
