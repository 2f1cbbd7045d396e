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
    if (left.size != right.size) return false;
    // Names differ most at their ends: N1, N2.
    for (int i = left.size - 1; i >= 0; --i) {
      if (left.begin[i] != right.begin[i]) return false;
    }
    return true;
  }

  [[nodiscard]] constexpr char operator[](int i) const { return i < size ? begin[i] : '\0'; }
  // The part [from, to).
  [[nodiscard]] constexpr Name part(int from, int to) const { return {begin + from, to - from}; }
};

constexpr Sentence& operator<<(Sentence& out, const Name& name) {
  for (int i = 0; i < name.size; ++i) out << name.begin[i];
  return out;
}

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters, digits and _ stand behind all of + - * / % ( ) , in ASCII, and nothing else is in an expression.
constexpr bool is_in_word(char c) { return c >= '0'; }

// Behind the number or axis that begins at `from`.
constexpr int end_of_word(const Name& text, int from) {
  while (from < text.size && is_in_word(text.begin[from])) ++from;
  return from;
}

// Behind the bracket that closes the one at `from`.
constexpr int end_of_brackets(const Name& text, int from) {
  int depth = 0;
  do {
    depth += text.begin[from] == '(' ? 1 : text.begin[from] == ')' ? -1 : 0;
    ++from;
  } while (depth > 0 && from < text.size);
  return from;
}

// Behind the number, axis, function or brackets that begin at `from`: N, 12, max(H,W), (N+1).
constexpr int end_of_operand(const Name& text, int from) {
  const int end = end_of_word(text, from);
  return end < text.size && text.begin[end] == '(' ? end_of_brackets(text, end) : end;
}

// (N+1) -> N+1; what has no brackets stays.
constexpr Name without_brackets(const Name& text) { return text[0] == '(' ? text.part(1, text.size - 1) : text; }

enum class Kind {
  axis,
  part,  // W/8 of an axis that is declared to be a multiple of 8
  quotient,
  maximum,
  remainder,  // only written
  minimum     // only written
};

constexpr Kind kind_of(const Name& factor) {
  const int end = end_of_operand(factor, 0);
  if (end < factor.size) return factor[end] == '/' ? Kind::quotient : Kind::remainder;
  if (factor[end - 1] != ')') return Kind::axis;
  return factor[1] == 'a' ? Kind::maximum : Kind::minimum;
}

// The two sides of a quotient or remainder.
constexpr Name dividend_of(const Name& factor) { return without_brackets(factor.part(0, end_of_operand(factor, 0))); }
constexpr Name divisor_of(const Name& factor) {
  return without_brackets(factor.part(end_of_operand(factor, 0) + 1, factor.size));
}

}  // namespace shapeproof::detail
