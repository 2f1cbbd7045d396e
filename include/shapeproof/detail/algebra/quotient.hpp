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
namespace quotient {

// Moves what the divisor divides out of the dividend. Coefficients that stay are at least 0 and below the divisor's.
constexpr Polynomial take_out_whole(Polynomial& dividend, const Polynomial& divisor) {
  Polynomial whole;
  const Product& leading = divisor[0];
  for (int i = 0; i < dividend.size() && dividend.is_sound();) {
    Product term{};
    if (!dividend[i].divide_factors(leading, term)) {
      ++i;
      continue;
    }
    term.coefficient = floor_of(dividend[i].coefficient, leading.coefficient);
    if (term.coefficient == 0) {
      ++i;
      continue;
    }
    const bool stays = dividend[i].coefficient % leading.coefficient != 0;
    whole.add(term);
    dividend = dividend - divisor * term;
    if (stays) ++i;
  }
  return whole;
}

// Divides both sides by the number that divides all coefficients; the dividend's own number may leave a remainder where
// the divisor is known to be positive.
constexpr void take_out_number(Polynomial& dividend, Polynomial& divisor, bool divisor_is_positive) {
  std::int64_t number = 0;
  for (int i = 0; i < divisor.size(); ++i) number = greatest_common_divisor(number, divisor[i].coefficient);
  for (int i = 0; i < dividend.size() && number > 1; ++i) {
    if (dividend[i].degree > 0 || !divisor_is_positive) {
      number = greatest_common_divisor(number, dividend[i].coefficient);
    }
  }
  if (number < 2) return;
  dividend = dividend.over(number);
  divisor = divisor.over(number);
}

constexpr bool divides_all(const Product& factor, const Polynomial& sum) {
  Product rest{};
  for (int i = 0; i < sum.size(); ++i) {
    if (!sum[i].divide_factors(factor, rest)) return false;
  }
  return true;
}

constexpr Polynomial without_factor(const Polynomial& sum, const Product& factor) {
  Polynomial result;
  for (int i = 0; i < sum.size(); ++i) {
    Product term{};
    sum[i].divide_factors(factor, term);
    term.coefficient = sum[i].coefficient;
    result.add(term);
  }
  return result;
}

// (N*M)/(K*M) -> N/K: factors that stand in every term of both sides.
constexpr void take_out_factors(Polynomial& dividend, Polynomial& divisor) {
  for (int k = 0; k < divisor[0].degree;) {
    Product factor{1, 1, {}};
    factor.factors[0] = divisor[0].factors[k];
    if (!divides_all(factor, divisor) || !divides_all(factor, dividend)) {
      ++k;
      continue;
    }
    dividend = without_factor(dividend, factor);
    divisor = without_factor(divisor, factor);
  }
}

// The first quotient that the sum adds once; a name of size 0 if there is none.
constexpr Name inner_quotient(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree == 1 && sum[i].coefficient == 1 && kind_of(sum[i].factors[0]) == Kind::quotient) {
      return sum[i].factors[0];
    }
  }
  return {"", 0};
}

// floor(R / Q) where the bounds of R and Q decide it: 0 or -1. Otherwise the quotient stays.
constexpr bool is_small(const Polynomial& dividend, const Polynomial& divisor, Workspace& work, std::int64_t& result) {
  if (divisor.is_number() && !has_inner_factors(dividend)) return false;
  result = 0;
  if (is_certainly_at_least(dividend, 0, work) && is_certainly_at_least(divisor - dividend, 1, work)) return true;
  result = -1;
  return is_certainly_at_least(-dividend, 1, work) && is_certainly_at_least(dividend + divisor, 0, work);
}

constexpr Polynomial keep_quotient(const Polynomial& dividend, const Polynomial& divisor, Workspace& work) {
  const bool is_positive = is_certainly_at_least(divisor, 1, work);
  if (const Name inner = inner_quotient(dividend); inner.size > 0 && is_positive) {
    const Polynomial by = read(divisor_of(inner), work);
    const Polynomial others = dividend - Polynomial::of(inner);
    const Polynomial flat = floor_quotient(read(dividend_of(inner), work) + by * others, by * divisor, work);
    if (flat.is_sound()) return flat;
  }
  return Polynomial::of(name_quotient(dividend, '/', divisor, work));
}

}  // namespace quotient

constexpr Polynomial floor_quotient(Polynomial dividend, Polynomial divisor, Workspace& work) {
  Polynomial result;
  result.inherit(dividend);
  result.inherit(divisor);
  if (!result.is_sound()) return result;
  if (divisor.size() == 0) {
    result.is_undefined = true;
    return result;
  }
  if (divisor[0].coefficient < 0) {
    dividend = -dividend;
    divisor = -divisor;
  }
  std::int64_t small = 0;
  if (quotient::is_small(dividend, divisor, work, small)) return Polynomial(small);
  Polynomial whole = quotient::take_out_whole(dividend, divisor);
  if (!dividend.is_sound() || !whole.is_sound()) {
    whole.overflows = true;
    return whole;
  }
  quotient::take_out_number(dividend, divisor, is_certainly_at_least(divisor, 1, work));
  quotient::take_out_factors(dividend, divisor);
  // A number below the divisor, or nothing.
  if (dividend.size() == 0 || (dividend.is_number() && divisor.is_number())) return whole;
  if (quotient::is_small(dividend, divisor, work, small)) return whole + Polynomial(small);
  return whole + quotient::keep_quotient(dividend, divisor, work);
}

}  // namespace shapeproof::detail
