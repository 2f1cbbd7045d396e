// SPDX-License-Identifier: BSL-1.0
// What is left of a quotient that is rounded down, once everything is taken out that comes out whole?
//
//   (4*N+6)/4 -> N+1     (N+2)/2 -> N/2+1     (12*N)/8 -> N+N/2     (N/2)/3 -> N/6     (N*N-M*M)/(N-M) -> M+N
//
// Each step is an equation over the integers that holds for every sign of the dividend, wherever the divisor is not 0:
//   floor((A*Q + R) / Q) = A + floor(R / Q)
//   floor(g*R / (g*Q)) = floor(R / Q)                         g not 0
// and for a divisor of at least 1 (floor(x) / Q rounds down to x / Q):
//   floor((g*R + c) / (g*Q)) = floor((R + floor(c/g)) / Q)    g a number above 0
//   floor((floor(X / A) + B) / Q) = floor((X + A*B) / (A*Q))
#pragma once

#include "bound.hpp"

namespace shapeproof::detail {
namespace quotients {

// Moves what the divisor divides out of the dividend. Coefficients that stay are at least 0 and below the divisor's.
constexpr Polynomial take_out_whole(Polynomial& dividend, const Polynomial& divisor) {
  Polynomial whole(dividend.work());
  const Product leading = divisor[0];
  for (int i = 0; i < dividend.size() && dividend.is_sound();) {
    Product term{};
    const Product& part = dividend[i];
    const std::int64_t times = floor_of(part.coefficient, leading.coefficient);
    const bool stays = part.coefficient % leading.coefficient != 0;
    if (times == 0 || !part.divide_factors(leading, term)) {
      ++i;
      continue;
    }
    term.coefficient = times;
    whole.add(term);
    term.coefficient = -times;
    dividend.add(divisor, term);
    if (stays) ++i;
  }
  return whole;
}

// Divides both sides by the number that divides all coefficients; the dividend's own number may leave a remainder where
// the divisor is known to be positive.
constexpr void take_out_number(Polynomial& dividend, Polynomial& divisor) {
  std::int64_t number = 0;
  for (int i = 0; i < divisor.size(); ++i) number = greatest_common_divisor(number, divisor[i].coefficient);
  for (int i = 0; i < dividend.size() && number > 1; ++i) {
    if (dividend[i].degree > 0) number = greatest_common_divisor(number, dividend[i].coefficient);
  }
  if (number > 1 && dividend.number() % number != 0 && !is_always_at_least(divisor, 1)) {
    number = greatest_common_divisor(number, dividend.number());
  }
  if (number < 2) return;
  dividend = dividend.over(number);
  divisor = divisor.over(number);
}

constexpr bool divides_all(FactorId factor, const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (!sum[i].has(factor)) return false;
  }
  return true;
}

constexpr Polynomial without_factor(const Polynomial& sum, FactorId factor) {
  Polynomial result(sum.work());
  for (int i = 0; i < sum.size(); ++i) {
    Product term{};
    sum[i].divide_factors(Product{1, 1, std::uint64_t{factor} << 56}, term);
    term.coefficient = sum[i].coefficient;
    result.add(term);
  }
  return result;
}

// (N*M)/(K*M) -> N/K: factors that stand in every term of both sides.
constexpr void take_out_factors(Polynomial& dividend, Polynomial& divisor) {
  for (int k = 0; k < divisor[0].degree;) {
    const FactorId factor = divisor[0].factor(k);
    if (!divides_all(factor, divisor) || !divides_all(factor, dividend)) {
      ++k;
      continue;
    }
    dividend = without_factor(dividend, factor);
    divisor = without_factor(divisor, factor);
  }
}

// The first quotient that the sum adds once; 0 if there is none.
constexpr FactorId inner_quotient(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree == 1 && sum[i].coefficient == 1 && sum.kind(i, 0) == Kind::quotient) return sum[i].factor(0);
  }
  return 0;
}

// floor(R / Q) where the bounds of R and Q decide it: 0 or -1.
constexpr bool is_small(const Polynomial& dividend, const Polynomial& divisor, std::int64_t& result) {
  // Nothing that is added to a number has a bound above.
  if (divisor.is_number() && !dividend.has_negative_terms()) return false;
  result = 0;
  if (is_always_at_least(divisor - dividend, 1) && is_always_at_least(dividend, 0)) return true;
  result = -1;
  return is_always_at_least(-dividend, 1) && is_always_at_least(dividend + divisor, 0);
}

constexpr Polynomial keep_quotient(const Polynomial& dividend, const Polynomial& divisor) {
  Workspace& work = dividend.work();
  const FactorId inner = inner_quotient(dividend);
  if (inner != 0 && is_always_at_least(divisor, 1)) {
    const Polynomial by = divisor_of(inner, work);
    const Polynomial others = dividend - Polynomial::of(work, inner);
    const Polynomial flat = floor_quotient(dividend_of(inner, work) + by * others, by * divisor);
    if (flat.is_sound()) return flat;
  }
  return Polynomial::of(work, add_quotient(dividend, '/', divisor));
}

// Whether the divisor is 0 where an axis is empty that is declared to be possibly so. Nothing is cancelled then: what is
// left would have a value where the quotient has none.
constexpr bool may_be_empty(const Polynomial& divisor) {
  if (divisor.work().declared() == 0 || divisor.is_number()) return false;
  bool mentions_empty = false;
  for (int i = 0; i < divisor.size(); ++i) {
    for (int k = 0; k < divisor[i].degree; ++k) {
      mentions_empty = mentions_empty || bounds::least(divisor[i].factor(k), divisor.work()) < 1;
    }
  }
  return mentions_empty && !is_always_at_least(divisor, 1);
}

}  // namespace quotients

constexpr Polynomial floor_quotient(Polynomial dividend, Polynomial divisor) {
  Polynomial failed(dividend.work());
  failed.inherit(dividend);
  failed.inherit(divisor);
  failed.is_undefined |= divisor.is_zero();
  if (!failed.is_sound()) return failed;
  if (divisor[0].coefficient < 0) {
    dividend = -dividend;
    divisor = -divisor;
  }
  if (quotients::may_be_empty(divisor)) return Polynomial::of(dividend.work(), add_quotient(dividend, '/', divisor));
  std::int64_t small = 0;
  if (dividend.has_inner_factors() && quotients::is_small(dividend, divisor, small)) {
    return Polynomial(dividend.work(), small);
  }
  Polynomial whole = quotients::take_out_whole(dividend, divisor);
  if (!dividend.is_sound() || !whole.is_sound()) {
    whole.overflows = true;
    return whole;
  }
  if (dividend.size() == 0) return whole;
  quotients::take_out_number(dividend, divisor);
  if (divisor.is_number()) {
    // A number below the divisor, or nothing.
    if (dividend.is_number()) return whole;
    if (divisor.number() == 1) return whole + dividend;
  } else {
    quotients::take_out_factors(dividend, divisor);
    if (quotients::is_small(dividend, divisor, small)) return whole + small;
  }
  return whole + quotients::keep_quotient(dividend, divisor);
}

}  // namespace shapeproof::detail
