// SPDX-License-Identifier: BSL-1.0
// What is left of a maximum, once everything is taken out that all its arguments share?
//
//   max(N, 1) -> N     max(N+1, M+1) -> max(M,N)+1     max(2*N, 2*M) -> 2*max(M,N)     max(A, max(B, C)) -> max(A,B,C)
//
// A minimum is the negative maximum of the negatives.
#pragma once

#include "quotient.hpp"

namespace shapeproof::detail {
namespace extreme {

// max(A, B) + C, beside others, is max(A+C, B+C) beside others.
constexpr bool flatten_once(Arguments& all, Workspace& work) {
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.sums[i].size(); ++k) {
      const Product& term = all.sums[i][k];
      if (term.degree != 1 || term.coefficient != 1 || kind_of(term.factors[0]) != Kind::maximum) continue;
      const Polynomial others = all.sums[i] - Polynomial(term);
      const Arguments inner = arguments_of(term.factors[0], work);
      if (all.size - 1 + inner.size > Arguments::max_size) return false;
      for (int n = 1; n < inner.size; ++n) all.add(inner.sums[n] + others);
      all.sums[i] = inner.sums[0] + others;
      return true;
    }
  }
  return false;
}

// Leaves out each argument that is never above another.
constexpr void drop_smaller(Arguments& all, Workspace& work) {
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.size; ++k) {
      if (k == i || !is_certainly_at_least(all.sums[i] - all.sums[k], 0, work)) continue;
      all.sums[k] = all.sums[--all.size];
      // The last argument may be the one that is kept; it stands where the smaller one stood then.
      if (i == all.size) i = k;
      k = -1;
    }
  }
}

constexpr std::int64_t common_number(const Arguments& all) {
  std::int64_t number = 0;
  for (int i = 0; i < all.size; ++i) {
    for (int k = 0; k < all.sums[i].size(); ++k) {
      number = greatest_common_divisor(number, all.sums[i][k].coefficient);
    }
  }
  return number;
}

}  // namespace extreme

constexpr Polynomial maximum(Arguments all, Workspace& work) {
  Polynomial failed;
  for (int i = 0; i < all.size; ++i) failed.inherit(all.sums[i]);
  if (!failed.is_sound()) return failed;
  while (extreme::flatten_once(all, work)) {
  }
  extreme::drop_smaller(all, work);
  if (all.size == 1) return all.sums[0];
  const Polynomial shared = text::extreme_coefficients(all, true);
  for (int i = 0; i < all.size; ++i) all.sums[i] = all.sums[i] - shared;
  const std::int64_t number = extreme::common_number(all);
  if (number > 1) {
    for (int i = 0; i < all.size; ++i) all.sums[i] = all.sums[i].over(number);
  }
  return Polynomial::of(name_extreme("max", all, work)).times(number) + shared;
}

constexpr Polynomial maximum(const Polynomial& left, const Polynomial& right, Workspace& work) {
  Arguments both;
  both.add(left);
  both.add(right);
  return maximum(both, work);
}
constexpr Polynomial minimum(const Polynomial& left, const Polynomial& right, Workspace& work) {
  return -maximum(-left, -right, work);
}

}  // namespace shapeproof::detail
