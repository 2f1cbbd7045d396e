// SPDX-License-Identifier: BSL-1.0
// What is left of a maximum, once everything is taken out that all its arguments share?
//
//   max(N, 1) -> N     max(N+1, M+1) -> max(M,N)+1     max(2*N, 2*M) -> 2*max(M,N)     max(A, max(B, C)) -> max(A,B,C)
//
// A minimum is the negative maximum of the negatives.
#pragma once

#include "quotient.hpp"

namespace shapeproof::detail {
namespace maxima {

// Up to eight sums.
class Sums {
 public:
  constexpr explicit Sums(const Polynomial& none) : items{none, none, none, none, none, none, none, none} {}
  constexpr bool add(const Polynomial& sum) {
    if (size == Arguments::max_size) return false;
    items[size++] = sum;
    return true;
  }

  int size = 0;
  Polynomial items[Arguments::max_size];
};

// max(A, B) + C, beside others, is max(A+C, B+C) beside others.
constexpr bool flatten_once(Sums& all) {
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.items[i].size(); ++k) {
      const Product term = all.items[i][k];
      Workspace& work = all.items[i].work();
      if (term.degree != 1 || term.coefficient != 1 || work.kind(term.factor(0)) != Kind::maximum) continue;
      const Polynomial others = all.items[i] - Polynomial(work, term);
      const Arguments inner = arguments_of(work.text(term.factor(0)));
      if (all.size - 1 + inner.size > Arguments::max_size) return false;
      for (int n = 1; n < inner.size; ++n) all.add(read(inner.texts[n], work) + others);
      all.items[i] = read(inner.texts[0], work) + others;
      return true;
    }
  }
  return false;
}

// Leaves out each sum that is never above another.
constexpr void drop_smaller(Sums& all) {
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.size; ++k) {
      if (k == i || !is_always_at_least(all.items[i] - all.items[k], 0)) continue;
      all.items[k] = all.items[--all.size];
      // The last one may be the one that is kept; it stands where the smaller one stood then.
      if (i == all.size) i = k;
      k = -1;
    }
  }
}

constexpr std::int64_t common_number(const Sums& all) {
  std::int64_t number = 0;
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.items[i].size() && number != 1; ++k) {
      number = greatest_common_divisor(number, all.items[i][k].coefficient);
    }
  }
  return number;
}

}  // namespace maxima

constexpr Polynomial maximum(const Polynomial* arguments, int size) {
  Polynomial failed(arguments[0].work());
  maxima::Sums all(failed);
  for (int i = 0; i < size; ++i) {
    failed.inherit(arguments[i]);
    failed.overflows |= !all.add(arguments[i]);
  }
  if (!failed.is_sound()) return failed;
  while (maxima::flatten_once(all)) {
  }
  maxima::drop_smaller(all);
  if (all.size == 1) return all.items[0];
  const Polynomial shared = extreme_coefficients(all.items, all.size, true);
  for (int i = 0; i < all.size; ++i) all.items[i] = all.items[i] - shared;
  const std::int64_t number = maxima::common_number(all);
  for (int i = 0; i < all.size && number > 1; ++i) all.items[i] = all.items[i].over(number);
  return Polynomial::of(shared.work(), add_extreme("max", all.items, all.size)).times(number) + shared;
}

constexpr Polynomial maximum(const Polynomial& left, const Polynomial& right) {
  const Polynomial both[] = {left, right};
  return maximum(both, 2);
}
constexpr Polynomial minimum(const Polynomial& left, const Polynomial& right) { return -maximum(-left, -right); }

constexpr Polynomial read_maximum(const Name& factor, Workspace& work) {
  const Arguments texts = arguments_of(factor);
  maxima::Sums all{Polynomial(work)};
  for (int i = 0; i < texts.size; ++i) all.add(read(texts.texts[i], work));
  return maximum(all.items, all.size);
}
constexpr Polynomial read_minimum(const Name& factor, Workspace& work) {
  const Arguments texts = arguments_of(factor);
  maxima::Sums all{Polynomial(work)};
  for (int i = 0; i < texts.size; ++i) all.add(-read(texts.texts[i], work));
  return -maximum(all.items, all.size);
}

}  // namespace shapeproof::detail
