// SPDX-License-Identifier: BSL-1.0
// How is an expression written? In one way only, which is read back as the same expression:
//
//   -M+2*N+2     N/2+1     2*(N/2)     (N+1)/M     N%8     max(H,W)     min(H,W)-1
//
// Remainders and minima are written where they make the text shorter: N-8*(N/8) is N%8, H+W-max(H,W) is min(H,W).
#pragma once

#include "workspace.hpp"

namespace shapeproof::detail {

constexpr Polynomial floor_quotient(Polynomial dividend, Polynomial divisor, Workspace& work);
constexpr Polynomial read(const Name& text, Workspace& work);

// The arguments of max(...) or min(...).
struct Arguments {
  static constexpr int max_size = 8;
  int size = 0;
  Polynomial sums[max_size] = {};

  constexpr bool add(const Polynomial& sum) {
    if (size == max_size) return false;
    sums[size++] = sum;
    return true;
  }
  constexpr Arguments negated() const {
    Arguments all;
    for (int i = 0; i < size; ++i) all.add(-sums[i]);
    return all;
  }
};
constexpr Polynomial maximum(Arguments arguments, Workspace& work);

constexpr Arguments arguments_of(const Name& factor, Workspace& work) {
  Arguments all;
  const Name inside = factor.part(4, factor.size - 1);
  for (int begin = 0; begin < inside.size;) {
    const int end = find_outside(inside, ",", begin);
    all.add(read(inside.part(begin, end), work));
    begin = end + 1;
  }
  return all;
}

constexpr Polynomial remainder(const Polynomial& dividend, const Polynomial& divisor, Workspace& work) {
  return dividend - divisor * floor_quotient(dividend, divisor, work);
}

namespace text {

// What a factor that is only written means: N%8, min(H,W).
constexpr Polynomial meaning_of(const Name& factor, Kind kind, Workspace& work) {
  if (kind == Kind::minimum) return -maximum(arguments_of(factor, work).negated(), work);
  return remainder(read(dividend_of(factor), work), read(divisor_of(factor), work), work);
}

constexpr std::int64_t number_of(const Name& digits, bool& overflows) {
  std::int64_t number = 0;
  for (int i = 0; i < digits.size; ++i) {
    overflows |= __builtin_mul_overflow(number, std::int64_t{10}, &number);
    overflows |= __builtin_add_overflow(number, std::int64_t{digits.begin[i] - '0'}, &number);
  }
  return number;
}

constexpr void read_term(Polynomial& sum, const Name& term, std::int64_t sign, Workspace& work) {
  Product product{sign, 0, {}};
  Polynomial others;
  bool has_others = false;
  const bool is_quotient = find_outside(term, "/%") < term.size;
  for (int begin = 0; begin < term.size;) {
    const int end = is_quotient ? term.size : find_outside(term, "*", begin);
    const Name factor = is_quotient ? term : without_parentheses(term.part(begin, end));
    begin = end + 1;
    if (is_digit(*factor.begin) && find_outside(factor, "/%") == factor.size) {
      const std::int64_t number = number_of(factor, sum.overflows);
      sum.overflows |= __builtin_mul_overflow(product.coefficient, number, &product.coefficient);
      continue;
    }
    const Kind kind = kind_of(factor);
    if (kind != Kind::remainder && kind != Kind::minimum) {
      sum.multiply(product, factor);
      continue;
    }
    const Polynomial meaning = meaning_of(factor, kind, work);
    others = has_others ? others * meaning : meaning;
    has_others = true;
  }
  if (has_others) sum = sum + others * product;
  else sum.add(product);
}

}  // namespace text

// Reads what write wrote, and plain names.
constexpr Polynomial read(const Name& text, Workspace& work) {
  Polynomial sum;
  for (int begin = 0; begin < text.size;) {
    const char sign = text.begin[begin];
    if (sign == '-' || sign == '+') ++begin;
    const int end = find_outside(text, "+-", begin);
    text::read_term(sum, text.part(begin, end), sign == '-' ? -1 : 1, work);
    begin = end;
  }
  return sum;
}

namespace text {

constexpr void write_term(const Product& term, Sentence& out) {
  const bool alone = term.degree == 1 && term.coefficient == 1;
  if (term.coefficient == -1 && term.degree > 0) out << '-';
  const bool says_number = term.degree == 0 || (term.coefficient != 1 && term.coefficient != -1);
  if (says_number) out << term.coefficient;
  for (int k = 0; k < term.degree; ++k) {
    if (k > 0 || says_number) out << '*';
    const Kind kind = kind_of(term.factors[k]);
    if (!alone && (kind == Kind::quotient || kind == Kind::remainder)) out << '(' << term.factors[k] << ')';
    else out << term.factors[k];
  }
}

constexpr void write_plain(const Polynomial& sum, Sentence& out) {
  for (int i = 0; i < sum.size(); ++i) {
    if (i > 0 && sum[i].coefficient > 0) out << '+';
    write_term(sum[i], out);
  }
  if (sum.size() == 0) out << '0';
}

}  // namespace text

constexpr void write(const Polynomial& sum, Sentence& out, Workspace& work);

// A side of a quotient: N, 12, max(H,W); (N+1), (2*N), (N/2).
constexpr void write_side(const Polynomial& sum, Sentence& out, Workspace& work) {
  Sentence side;
  write(sum, side, work);
  const Name text{side.data(), static_cast<int>(side.size())};
  if (find_outside(text, "+-*/%") == text.size) out << side;
  else out << '(' << side << ')';
}

// The text of a quotient or remainder.
constexpr Name name_quotient(const Polynomial& dividend, char sign, const Polynomial& divisor, Workspace& work) {
  Sentence text;
  write_side(dividend, text, work);
  write_side(divisor, text << sign, work);
  return work.keep(text);
}

// The text of a maximum or minimum: its arguments in alphabetical order.
constexpr Name name_extreme(const char* function, const Arguments& arguments, Workspace& work) {
  Name names[Arguments::max_size] = {};
  for (int i = 0; i < arguments.size; ++i) {
    Sentence text;
    write(arguments.sums[i], text, work);
    const Name name = work.keep(text);
    int at = i;
    for (; at > 0 && name.compare(names[at - 1]) < 0; --at) names[at] = names[at - 1];
    names[at] = name;
  }
  Sentence text;
  text << function << '(';
  for (int i = 0; i < arguments.size; ++i) text << (i > 0 ? "," : "") << names[i];
  return work.keep(text << ')');
}

namespace text {

// With c*Q*(R/Q) - c*R written as -c*(R%Q), where that is shorter.
constexpr bool fold_remainder(Polynomial& sum, const Product& term, const Name& factor, Workspace& work) {
  const Polynomial divisor = read(divisor_of(factor), work);
  Product leading = divisor[0];
  Polynomial by = Polynomial::of(factor) * leading;
  Product rest{};
  if (term.coefficient % leading.coefficient != 0 || !term.divide_factors(by[0], rest)) return false;
  rest.coefficient = -(term.coefficient / leading.coefficient);
  const Polynomial dividend = read(dividend_of(factor), work);
  const Polynomial shorter = sum - (dividend - divisor * Polynomial::of(factor)) * rest;
  if (!shorter.is_sound() || shorter.size() + 1 >= sum.size()) return false;
  sum = shorter + Polynomial::of(name_quotient(dividend, '%', divisor, work)) * rest;
  return true;
}

// For each product of factors the least, or the greatest, coefficient that one of the arguments has.
constexpr Polynomial extreme_coefficients(const Arguments& all, bool least) {
  Polynomial result = all.sums[0];
  for (int i = 1; i < all.size; ++i) {
    const Polynomial excess = all.sums[i] - result;
    for (int k = 0; k < excess.size(); ++k) {
      if ((excess[k].coefficient < 0) == least) result.add(excess[k]);
    }
  }
  return result;
}

// With a+b-max(a,b) written as min(a,b), where that is shorter.
constexpr bool fold_minimum(Polynomial& sum, const Product& term, const Name& factor, Workspace& work) {
  Product rest{};
  if (term.coefficient >= 0 || !term.divide_factors(Polynomial::of(factor)[0], rest)) return false;
  rest.coefficient = -term.coefficient;
  Arguments arguments = arguments_of(factor, work);
  const Polynomial all = extreme_coefficients(arguments, false);
  const Polynomial shorter = sum + (Polynomial::of(factor) - all) * rest;
  if (!shorter.is_sound() || shorter.size() + 1 >= sum.size()) return false;
  for (int i = 0; i < arguments.size; ++i) arguments.sums[i] = all - arguments.sums[i];
  sum = shorter + Polynomial::of(name_extreme("min", arguments, work)) * rest;
  return true;
}

constexpr bool fold_once(Polynomial& sum, Workspace& work) {
  for (int i = 0; i < sum.size(); ++i) {
    const Product term = sum[i];
    for (int k = 0; k < term.degree; ++k) {
      const Kind kind = kind_of(term.factors[k]);
      if (kind == Kind::quotient && fold_remainder(sum, term, term.factors[k], work)) return true;
      if (kind == Kind::maximum && fold_minimum(sum, term, term.factors[k], work)) return true;
    }
  }
  return false;
}

}  // namespace text

constexpr void write(const Polynomial& sum, Sentence& out, Workspace& work) {
  Polynomial shorter = sum;
  while (text::fold_once(shorter, work)) {
  }
  text::write_plain(shorter, out);
}

}  // namespace shapeproof::detail
