// SPDX-License-Identifier: BSL-1.0
// How small can an expression become? A lower bound that is never too high; it need not be the greatest.
//
//   N*M-N >= 0     N-N%3 >= 0     3-N%3 >= 1     max(H,W)-H >= 0     for names of at least 1
//
// An axis counts as what it is at least, plus something that is at least 0; where no coefficient is negative then, the
// number that is left over is the bound. A quotient lies between two expressions, Q*floor(R/Q) in [R-Q+1, R], and a
// maximum is one of its arguments.
#pragma once

#include "text.hpp"

namespace shapeproof::detail {

// No lower bound is known.
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::min();

// Looks no further once the bound is `enough`.
constexpr std::int64_t lower_bound(const Polynomial& sum, Workspace& work,
                                   std::int64_t enough = std::numeric_limits<std::int64_t>::max());

constexpr bool is_at_least(const Polynomial& sum, std::int64_t number, Workspace& work) {
  const std::int64_t bound = lower_bound(sum, work, number);
  return bound != unbounded && bound >= number;
}

// The same with steps of its own, so that a normal form does not depend on what was asked before.
constexpr bool is_certainly_at_least(const Polynomial& sum, std::int64_t number, Workspace& work) {
  const int steps = work.steps;
  work.steps = 40;
  const bool result = is_at_least(sum, number, work);
  work.steps = steps;
  return result;
}

constexpr bool has_inner_factors(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      if (kind_of(sum[i].factors[k]) != Kind::axis) return true;
    }
  }
  return false;
}

namespace bounds {

// What a factor is at least.
constexpr std::int64_t least(const Name& factor, Workspace& work) {
  const Kind kind = kind_of(factor);
  if (kind == Kind::axis) return 1;
  if (kind == Kind::maximum) {
    const Arguments arguments = arguments_of(factor, work);
    std::int64_t most = unbounded;
    for (int i = 0; i < arguments.size; ++i) {
      const std::int64_t one = lower_bound(arguments.sums[i], work);
      if (one > most) most = one;
    }
    return most;
  }
  const std::int64_t dividend = lower_bound(read(dividend_of(factor), work), work);
  const Polynomial divisor = read(divisor_of(factor), work);
  if (dividend == unbounded) return unbounded;
  if (divisor.is_number()) return floor_of(dividend, divisor.number());
  return dividend >= 0 && is_at_least(divisor, 1, work) ? 0 : unbounded;
}

// Puts what each factor is at least, plus something, in its place: N*M-N is (n+1)*(m+1)-(n+1). false where it cannot.
constexpr bool shift(const Polynomial& sum, Workspace& work, Polynomial& shifted) {
  shifted = {};
  for (int i = 0; i < sum.size(); ++i) {
    Polynomial product(sum[i].coefficient);
    for (int k = 0; k < sum[i].degree; ++k) {
      const std::int64_t number = least(sum[i].factors[k], work);
      if (number == unbounded) return false;
      product = product * (Polynomial::of(sum[i].factors[k]) + Polynomial(number));
    }
    shifted = shifted + product;
  }
  return shifted.is_sound();
}

constexpr bool has_negative_factors(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree > 0 && sum[i].coefficient < 0) return true;
  }
  return false;
}

// Every factor is taken for something of which nothing but its least value is known.
constexpr std::int64_t plain_bound(const Polynomial& sum, Workspace& work) {
  Polynomial shifted;
  if (!shift(sum, work, shifted) || has_negative_factors(shifted)) return unbounded;
  return shifted.number();
}

// sum = by * factor + rest. false where the factor is multiplied by itself.
constexpr bool split(const Polynomial& sum, const Name& factor, Polynomial& by, Polynomial& rest) {
  by = rest = {};
  const Polynomial alone = Polynomial::of(factor);
  for (int i = 0; i < sum.size(); ++i) {
    Product term{};
    if (!sum[i].divide_factors(alone[0], term)) {
      rest.add(sum[i]);
      continue;
    }
    Product again{};
    if (term.divide_factors(alone[0], again)) return false;
    term.coefficient = sum[i].coefficient;
    by.add(term);
  }
  return true;
}

// The quotient of a number, which may be unbounded, and a divisor of at least 1, rounded up.
constexpr std::int64_t over(std::int64_t number, const Polynomial& divisor, bool just_above) {
  if (number == unbounded) return just_above ? 0 : unbounded;
  if (divisor.is_number()) return -floor_of(-number, divisor.number());
  if (number > 0) return 1;
  return number == 0 || just_above ? 0 : unbounded;
}

// by*floor(R/Q) + rest: Q*floor(R/Q) is at most R and at least R-Q+1.
constexpr std::int64_t quotient_bound(const Name& factor, const Polynomial& by, bool rises, const Polynomial& rest,
                                      Workspace& work) {
  const Polynomial divisor = read(divisor_of(factor), work);
  if (!is_at_least(divisor, 1, work)) return unbounded;
  Polynomial end = read(dividend_of(factor), work);
  if (rises) end = end - divisor + Polynomial(1);
  if (Polynomial times; by.divide(divisor, times)) return lower_bound(rest + times * end, work);
  const Polynomial scaled = rest * divisor + by * end;
  const std::int64_t bound = lower_bound(scaled, work);
  // What is above -Q is above -1 when divided.
  const bool just_above = !divisor.is_number() && bound < 0 && is_at_least(scaled + divisor, 1, work);
  return over(bound, divisor, just_above);
}

// by*max(A, B, ...) + rest is the greatest of by*A + rest, by*B + rest, ..., or the least of them where `by` is negative.
constexpr std::int64_t maximum_bound(const Name& factor, const Polynomial& by, bool rises, const Polynomial& rest,
                                     Workspace& work) {
  const Arguments arguments = arguments_of(factor, work);
  std::int64_t result = unbounded;
  for (int i = 0; i < arguments.size; ++i) {
    const std::int64_t one = lower_bound(by * arguments.sums[i] + rest, work);
    if (i == 0 || (one > result) == rises) result = one;
  }
  return result;
}

constexpr std::int64_t inner_bound(const Polynomial& sum, const Name& factor, Workspace& work) {
  Polynomial by;
  Polynomial rest;
  if (!split(sum, factor, by, rest)) return unbounded;
  const bool rises = is_at_least(by, 0, work);
  if (!rises && !is_at_least(-by, 0, work)) return unbounded;
  if (kind_of(factor) == Kind::maximum) return maximum_bound(factor, by, rises, rest, work);
  return quotient_bound(factor, by, rises, rest, work);
}

}  // namespace bounds

constexpr std::int64_t lower_bound(const Polynomial& sum, Workspace& work, std::int64_t enough) {
  if (!sum.is_sound() || --work.steps < 0) return unbounded;
  if (sum.is_number()) return sum.number();
  std::int64_t best = bounds::plain_bound(sum, work);
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      const Name factor = sum[i].factors[k];
      if (kind_of(factor) == Kind::axis || best >= enough) continue;
      const std::int64_t one = bounds::inner_bound(sum, factor, work);
      if (one > best) best = one;
    }
  }
  return best;
}

}  // namespace shapeproof::detail
