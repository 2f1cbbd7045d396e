// SPDX-License-Identifier: BSL-1.0
// How is an expression written? In one way only, which is read back as the same expression. Remainders and minima are
// written where they make the text shorter: N-8*(N/8) is N%8, H+W-max(H,W) is min(H,W).
#pragma once

#include "read.hpp"

namespace shapeproof::detail {

// The text of the expression, in its workspace; empty where there is no room for it.
constexpr Name text_of(const Polynomial& sum);

namespace writing {

constexpr void put_term(const Product& term, Workspace& work) {
  if (term.coefficient == -1 && term.degree > 0) work.put('-');
  const bool says_number = term.degree == 0 || (term.coefficient != 1 && term.coefficient != -1);
  if (says_number) work.put(term.coefficient);
  const bool alone = term.degree == 1 && term.coefficient == 1;
  for (int k = 0; k < term.degree; ++k) {
    if (k > 0 || says_number) work.put('*');
    const Kind kind = work.kind(term.factor(k));
    const bool in_brackets = !alone && (kind == Kind::part || kind == Kind::quotient || kind == Kind::remainder);
    if (in_brackets) work.put('(');
    work.put(work.text(term.factor(k)));
    if (in_brackets) work.put(')');
  }
}

constexpr void put_terms(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (i > 0 && sum[i].coefficient > 0) sum.work().put('+');
    put_term(sum[i], sum.work());
  }
  if (sum.size() == 0) sum.work().put('0');
}

constexpr Polynomial folded(Polynomial sum);
constexpr std::int64_t scale_of(const Polynomial& sum);

// Whether a side of a quotient needs no brackets: N, 12, max(H,W).
constexpr bool stands_alone(const Polynomial& sum) {
  if (sum.size() == 0) return true;
  if (sum.size() > 1 || sum[0].coefficient < 0) return false;
  if (sum[0].degree == 0) return true;
  const Kind kind = sum.kind(0, 0);
  return sum[0].degree == 1 && sum[0].coefficient == 1 &&
         (kind == Kind::axis || kind == Kind::maximum || kind == Kind::minimum);
}

constexpr void put_side(const Polynomial& side) {
  const bool alone = stands_alone(side);
  if (!alone) side.work().put('(');
  put_terms(side);
  if (!alone) side.work().put(')');
}

}  // namespace writing

// The factor that is a quotient or remainder.
constexpr FactorId add_quotient(const Polynomial& dividend, char sign, const Polynomial& divisor) {
  Workspace& work = dividend.work();
  // Folding puts texts into the workspace too, so it comes first.
  const std::int64_t scale = sign == '/' ? writing::scale_of(dividend) : 1;
  const Polynomial left = writing::folded(scale == 1 ? dividend : dividend.times(scale));
  const Polynomial right = writing::folded(scale == 1 ? divisor : divisor.times(scale));
  const int begin = work.mark();
  writing::put_side(left);
  work.put(sign);
  writing::put_side(right);
  return work.find_or_add(work.since(begin), sign == '/' ? Kind::quotient : Kind::remainder);
}

// The factor that is a maximum or minimum: its arguments in alphabetical order.
constexpr FactorId add_extreme(const char* function, const Polynomial* arguments, int size) {
  Workspace& work = arguments[0].work();
  Name names[Arguments::max_size] = {};
  for (int i = 0; i < size; ++i) {
    const Name name = text_of(arguments[i]);
    int at = i;
    for (; at > 0 && name.compare(names[at - 1]) < 0; --at) names[at] = names[at - 1];
    names[at] = name;
  }
  const int begin = work.mark();
  work.put(function);
  for (int i = 0; i < size; ++i) {
    work.put(i > 0 ? ',' : '(');
    work.put(names[i]);
  }
  work.put(')');
  return work.find_or_add(work.since(begin), *(function + 1) == 'a' ? Kind::maximum : Kind::minimum);
}

// For each product of factors the least, or the greatest, coefficient that one of the sums has.
constexpr Polynomial extreme_coefficients(const Polynomial* sums, int size, bool least) {
  Polynomial result = sums[0];
  for (int i = 1; i < size; ++i) {
    const Polynomial excess = sums[i] - result;
    for (int k = 0; k < excess.size(); ++k) {
      if ((excess[k].coefficient < 0) == least) result.add(excess[k]);
    }
  }
  return result;
}

namespace writing {

// With c*Q*(R/Q) - c*R written as -c*(R%Q), where that is shorter.
constexpr bool fold_remainder(Polynomial& sum, const Product& term, FactorId factor) {
  Workspace& work = sum.work();
  const Polynomial divisor = divisor_of(factor, work);
  const Polynomial alone = Polynomial::of(work, factor);
  Product by{};
  if (term.coefficient % divisor[0].coefficient != 0 || !term.divide_factors(alone[0], by)) return false;
  Product rest{};
  if (!by.divide_factors(divisor[0], rest)) return false;
  rest.coefficient = -(term.coefficient / divisor[0].coefficient);
  const Polynomial dividend = dividend_of(factor, work);
  Polynomial shorter = sum;
  shorter.add(divisor * alone - dividend, rest);
  if (!shorter.is_sound() || shorter.size() + 1 >= sum.size()) return false;
  shorter.add(Polynomial::of(work, add_quotient(dividend, '%', divisor)), rest);
  sum = shorter;
  return true;
}

// With a+b-max(a,b) written as min(a,b), where that is shorter.
constexpr bool fold_minimum(Polynomial& sum, const Product& term, FactorId factor) {
  Workspace& work = sum.work();
  Product rest{};
  if (term.coefficient >= 0 || !term.divide_factors(Product{1, 1, std::uint64_t{factor} << 56}, rest)) return false;
  rest.coefficient = -term.coefficient;
  const Arguments texts = arguments_of(work.text(factor));
  const Polynomial none(work);
  Polynomial sums[Arguments::max_size] = {none, none, none, none, none, none, none, none};
  for (int i = 0; i < texts.size; ++i) sums[i] = read(texts.texts[i], work);
  const Polynomial all = extreme_coefficients(sums, texts.size, false);
  Polynomial shorter = sum;
  shorter.add(Polynomial::of(work, factor) - all, rest);
  if (!shorter.is_sound() || shorter.size() + 1 >= sum.size()) return false;
  for (int i = 0; i < texts.size; ++i) sums[i] = all - sums[i];
  shorter.add(Polynomial::of(work, add_extreme("min", sums, texts.size)), rest);
  sum = shorter;
  return true;
}

constexpr bool fold_once(Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    const Product term = sum[i];
    for (int k = 0; k < term.degree; ++k) {
      const Kind kind = sum.work().kind(term.factor(k));
      if (kind == Kind::quotient && fold_remainder(sum, term, term.factor(k))) return true;
      if (kind == Kind::maximum && fold_minimum(sum, term, term.factor(k))) return true;
    }
  }
  return false;
}

// With what D is declared to be, H*K, written as D, where that is not longer.
constexpr bool fold_meaning(Polynomial& sum, const Declaration& declaration) {
  const Polynomial meaning = read(declaration.meaning, sum.work());
  for (int i = 0; i < sum.size(); ++i) {
    Product by{};
    if (sum[i].coefficient % meaning[0].coefficient != 0 || !sum[i].divide_factors(meaning[0], by)) continue;
    by.coefficient = sum[i].coefficient / meaning[0].coefficient;
    Polynomial shorter = sum;
    shorter.add(Polynomial::of(sum.work(), sum.work().find_or_add(declaration.axis, Kind::axis)) - meaning, by);
    if (!shorter.is_sound() || shorter.size() > sum.size()) continue;
    sum = shorter;
    return true;
  }
  return false;
}

// The axis of which the factor is a part, or a smaller part: 8*(W/8) is W, 2*(W/8) is W/4.
constexpr FactorId add_whole(FactorId part, std::int64_t& coefficient, Workspace& work) {
  const Name axis = dividend_of(work.text(part));
  const std::int64_t multiple = work.declaration_of(axis).multiple;
  const std::int64_t times = greatest_common_divisor(coefficient, multiple);
  coefficient /= times;
  if (times == multiple) return work.find_or_add(axis, Kind::axis);
  const int begin = work.mark();
  work.put(axis);
  work.put('/');
  work.put(multiple / times);
  return work.find_or_add(work.since(begin), Kind::quotient);
}

constexpr Polynomial with_whole_axes(const Polynomial& sum) {
  Polynomial result(sum.work());
  for (int i = 0; i < sum.size(); ++i) {
    Product term{1, 0, 0};
    std::int64_t coefficient = sum[i].coefficient;
    for (int k = 0; k < sum[i].degree; ++k) {
      const FactorId factor = sum[i].factor(k);
      result.multiply(term, sum.kind(i, k) == Kind::part ? add_whole(factor, coefficient, sum.work()) : factor);
    }
    term.coefficient = coefficient;
    result.add(term);
  }
  return result;
}

constexpr Polynomial folded(Polynomial sum) {
  // What is shorter has more than one term to begin with.
  while (sum.size() > 1 && sum.has_inner_factors() && fold_once(sum)) {
  }
  const int declared = sum.work().declared();
  for (int i = 0; i < declared; ++i) {
    while (sum.work().declaration(i).meaning.size > 0 && fold_meaning(sum, sum.work().declaration(i))) {
    }
  }
  return declared > 0 ? with_whole_axes(sum) : sum;
}

// By what the sides of a quotient are multiplied, so that no part of an axis stands in it: (W/8)/2 is W/16.
constexpr std::int64_t scale_of(const Polynomial& sum) {
  std::int64_t scale = 1;
  for (int i = 0; i < sum.size() && sum.work().declared() > 0; ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      if (sum.kind(i, k) != Kind::part) continue;
      const std::int64_t multiple = sum.work().declaration_of(dividend_of(sum.work().text(sum[i].factor(k)))).multiple;
      const std::int64_t missing = multiple / greatest_common_divisor(sum[i].coefficient, multiple);
      scale = scale / greatest_common_divisor(scale, missing) * missing;
    }
  }
  return scale;
}

}  // namespace writing

constexpr Name text_of(const Polynomial& sum) {
  if ((sum.size() > 1 && sum.has_inner_factors()) || sum.work().declared() > 0) {
    const Polynomial shorter = writing::folded(sum);
    const int begin = sum.work().mark();
    writing::put_terms(shorter);
    return sum.work().since(begin);
  }
  const int begin = sum.work().mark();
  writing::put_terms(sum);
  return sum.work().since(begin);
}

}  // namespace shapeproof::detail
