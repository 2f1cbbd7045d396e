// SPDX-License-Identifier: BSL-1.0
// What does the text of an expression mean? Reads what write wrote, and plain names:
//
//   -M+2*N+2     N/2+1     2*(N/2)     (N+1)/M     N%8     max(H,W)     min(H,W)-1
#pragma once

#include "recursion.hpp"

namespace shapeproof::detail {

// The arguments of max(...) or min(...).
struct Arguments {
  static constexpr int max_size = 8;
  int size = 0;
  // Only the first `size` mean anything.
  Name texts[max_size] = {};

  constexpr bool add(const Name& text) {
    if (size == max_size) return false;
    texts[size++] = text;
    return true;
  }
};

constexpr Arguments arguments_of(const Name& factor) {
  Arguments all;
  int begin = 4;
  for (int i = begin; i < factor.size; ++i) {
    if (factor[i] == '(') i = end_of_brackets(factor, i) - 1;
    else if (factor[i] == ',' || factor[i] == ')') {
      all.add(factor.part(begin, i));
      begin = i + 1;
    }
  }
  return all;
}

constexpr Polynomial remainder(const Polynomial& dividend, const Polynomial& divisor) {
  return dividend - divisor * floor_quotient(dividend, divisor);
}

namespace reading {

constexpr std::int64_t number_of(const Name& digits, bool& overflows) {
  std::int64_t number = 0;
  for (int i = 0; i < digits.size; ++i) {
    overflows |= __builtin_mul_overflow(number, std::int64_t{10}, &number);
    overflows |= __builtin_add_overflow(number, std::int64_t{digits.begin[i] - '0'}, &number);
  }
  return number;
}

// The factor that begins at `at`, which moves behind it; in a term of one factor a quotient stands without brackets.
constexpr Name next_factor(const Name& text, int& at, bool is_first) {
  const int begin = at;
  at = end_of_operand(text, begin);
  if (is_first && at < text.size && (text.begin[at] == '/' || text.begin[at] == '%')) {
    at = end_of_operand(text, at + 1);
    return text.part(begin, at);
  }
  return without_brackets(text.part(begin, at));
}

// W, a multiple of 8, is 8*(W/8); D is what it is declared to be.
constexpr Polynomial meaning_of_axis(const Name& axis, Workspace& work) {
  const Declaration declaration = work.declaration_of(axis);
  if (declaration.meaning.size > 0) return read(declaration.meaning, work);
  if (declaration.multiple == 1) return Polynomial::of(work, work.find_or_add(axis, Kind::axis));
  const int begin = work.mark();
  work.put(axis);
  work.put('/');
  work.put(declaration.multiple);
  return Polynomial::of(work, work.find_or_add(work.since(begin), Kind::part)).times(declaration.multiple);
}

// What a factor that is only written, or of which something is declared, means.
constexpr Polynomial meaning_of(const Name& factor, Kind kind, Workspace& work) {
  if (kind == Kind::axis) return meaning_of_axis(factor, work);
  if (kind == Kind::minimum) return read_minimum(factor, work);
  if (kind == Kind::maximum) return read_maximum(factor, work);
  if (kind == Kind::quotient) return floor_quotient(read(dividend_of(factor), work), read(divisor_of(factor), work));
  return remainder(read(dividend_of(factor), work), read(divisor_of(factor), work));
}

// Adds `product` times factors that are only written.
constexpr void add_meanings(Polynomial& sum, const Product& product, const Arguments& written) {
  Polynomial meaning(sum.work(), product);
  for (int i = 0; i < written.size; ++i) {
    meaning = meaning * meaning_of(written.texts[i], kind_of(written.texts[i]), sum.work());
  }
  sum.add(meaning);
}

constexpr void read_term(const Name& text, int& at, Polynomial& sum) {
  Product product{1, 0, 0};
  Arguments written;
  if (text.begin[at] == '-') product.coefficient = -1;
  if (text.begin[at] == '-' || text.begin[at] == '+') ++at;
  for (bool is_first = true;; is_first = false, ++at) {
    const Name factor = next_factor(text, at, is_first);
    const bool is_word = end_of_word(factor, 0) == factor.size;
    if (is_word && is_digit(*factor.begin)) {
      sum.multiply(product, Product{number_of(factor, sum.overflows), 0, 0});
    } else {
      const Kind kind = is_word ? Kind::axis : kind_of(factor);
      // What is declared of axes may make more of any factor.
      const bool is_written = kind == Kind::remainder || kind == Kind::minimum || sum.work().declared() > 0;
      if (is_written) sum.overflows |= !written.add(factor);
      else sum.multiply(product, sum.work().find_or_add(factor, kind));
    }
    if (at >= text.size || text.begin[at] != '*') break;
  }
  if (written.size == 0) sum.add(product);
  else add_meanings(sum, product, written);
}

}  // namespace reading

constexpr Polynomial read(const Name& text, Workspace& work) {
  if (text.size > 0 && !is_digit(*text.begin) && end_of_word(text, 0) == text.size) {
    if (work.declared() > 0) return reading::meaning_of_axis(text, work);
    return Polynomial::of(work, work.find_or_add(text, Kind::axis));
  }
  Polynomial sum(work);
  for (int at = 0; at < text.size;) reading::read_term(text, at, sum);
  return sum;
}

// The sides of a quotient.
constexpr Polynomial dividend_of(FactorId quotient, Workspace& work) {
  return read(dividend_of(work.text(quotient)), work);
}
constexpr Polynomial divisor_of(FactorId quotient, Workspace& work) {
  return read(divisor_of(work.text(quotient)), work);
}

}  // namespace shapeproof::detail

#include "maximum.hpp"
