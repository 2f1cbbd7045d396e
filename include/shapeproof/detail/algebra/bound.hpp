// SPDX-License-Identifier: BSL-1.0
// How small can an expression become? A lower bound that is never too high; it need not be the greatest.
//
//   N*M-N >= 0     N-N%3 >= 0     3-N%3 >= 1     max(H,W)-H >= 0     for names of at least 1
//
// A factor counts as what it is at least, plus something that is at least 0; where no coefficient is negative then, the
// number that is left over is the bound. A quotient lies between two expressions, Q*floor(R/Q) in [R-Q+1, R], and a
// maximum is one of its arguments.
#pragma once

#include "write.hpp"

namespace shapeproof::detail {

// No lower bound is known.
inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::min();

// Looks no further once the bound is `enough`.
constexpr std::int64_t lower_bound(const Polynomial& sum,
                                   std::int64_t enough = std::numeric_limits<std::int64_t>::max());

constexpr bool reaches(const Polynomial& sum, std::int64_t number) {
  const std::int64_t bound = lower_bound(sum, number);
  return bound != unbounded && bound >= number;
}

// Whether the sum is at least `number`, always. Has steps of its own, so that a normal form does not depend on what was
// asked before.
constexpr bool is_always_at_least(const Polynomial& sum, std::int64_t number) {
  if (sum.is_number()) return sum.number() >= number;
  const int steps = sum.work().steps;
  sum.work().steps = 40;
  const bool result = reaches(sum, number);
  sum.work().steps = steps;
  return result;
}

namespace bounds {

constexpr std::int64_t least_quotient(FactorId factor, Workspace& work) {
  const std::int64_t dividend = lower_bound(dividend_of(factor, work));
  if (dividend == unbounded) return unbounded;
  const Polynomial divisor = divisor_of(factor, work);
  if (divisor.is_number()) return floor_of(dividend, divisor.number());
  return dividend >= 0 && reaches(divisor, 1) ? 0 : unbounded;
}

constexpr std::int64_t least_axis(FactorId factor, const Workspace& work) {
  if (work.declared() == 0) return 1;
  if (work.kind(factor) == Kind::axis) return work.declaration_of(work.text(factor)).least;
  const Declaration declaration = work.declaration_of(dividend_of(work.text(factor)));
  return -floor_of(-declaration.least, declaration.multiple);
}

// What a factor is at least.
constexpr std::int64_t least(FactorId factor, Workspace& work) {
  if (work.kind(factor) <= Kind::part) return least_axis(factor, work);
  if (work.kind(factor) == Kind::quotient) return least_quotient(factor, work);
  const Arguments arguments = arguments_of(work.text(factor));
  std::int64_t most = unbounded;
  for (int i = 0; i < arguments.size; ++i) {
    const std::int64_t one = lower_bound(read(arguments.texts[i], work));
    if (one > most) most = one;
  }
  return most;
}

// Adds `term`, with what each factor from `next` on is at least, plus something, in its place.
constexpr bool shift_term(Polynomial& shifted, Product term, const Product& factors, int next) {
  if (next == factors.degree) {
    shifted.add(term);
    return true;
  }
  const FactorId factor = factors.factor(next);
  const std::int64_t number = least(factor, shifted.work());
  if (number == unbounded) return false;
  Product larger = term;
  shifted.multiply(larger, factor);
  if (number != 0) {
    shifted.multiply(term, Product{number, 0, 0});
    if (!shift_term(shifted, term, factors, next + 1)) return false;
  }
  return shift_term(shifted, larger, factors, next + 1);
}

// Every factor is taken for something of which nothing but its least value is known: N*M-N is (n+1)*(m+1)-(n+1).
constexpr std::int64_t plain_bound(const Polynomial& sum) {
  Polynomial shifted(sum.work());
  for (int i = 0; i < sum.size(); ++i) {
    if (!shift_term(shifted, Product{sum[i].coefficient, 0, 0}, sum[i], 0)) return unbounded;
  }
  return !shifted.is_sound() || shifted.has_negative_terms() ? unbounded : shifted.number();
}

// sum = by * factor + rest. false where the factor is multiplied by itself.
constexpr bool split(const Polynomial& sum, FactorId factor, Polynomial& by, Polynomial& rest) {
  const Product alone{1, 1, std::uint64_t{factor} << 56};
  for (int i = 0; i < sum.size(); ++i) {
    Product term{};
    if (!sum[i].divide_factors(alone, term)) {
      rest.add(sum[i]);
      continue;
    }
    if (term.has(factor)) return false;
    term.coefficient = sum[i].coefficient;
    by.add(term);
  }
  return true;
}

// by*floor(R/Q) + rest: Q*floor(R/Q) is at most R and at least R-Q+1.
constexpr std::int64_t quotient_bound(FactorId factor, const Polynomial& by, bool rises, const Polynomial& rest,
                                      std::int64_t enough) {
  const Polynomial divisor = divisor_of(factor, by.work());
  if (!reaches(divisor, 1)) return unbounded;
  Polynomial end = dividend_of(factor, by.work());
  if (rises) end = end - divisor + 1;
  if (Polynomial times(by.work()); by.divide(divisor, times)) return lower_bound(rest + times * end, enough);
  const Polynomial scaled = rest * divisor + by * end;
  const std::int64_t bound = lower_bound(scaled);
  if (divisor.is_number()) return bound == unbounded ? bound : -floor_of(-bound, divisor.number());
  if (bound > 0) return 1;
  // What is above -Q is above -1 when divided.
  return bound == 0 || reaches(scaled + divisor, 1) ? 0 : unbounded;
}

// by*max(A, B, ...) + rest is the greatest of by*A + rest, by*B + rest, ..., or the least of them where `by` is negative.
constexpr std::int64_t maximum_bound(FactorId factor, const Polynomial& by, bool rises, const Polynomial& rest,
                                     std::int64_t enough) {
  const Arguments arguments = arguments_of(by.work().text(factor));
  std::int64_t result = unbounded;
  for (int i = 0; i < arguments.size; ++i) {
    const std::int64_t one = lower_bound(by * read(arguments.texts[i], by.work()) + rest, enough);
    if (i == 0 || (one > result) == rises) result = one;
  }
  return result;
}

constexpr std::int64_t inner_bound(const Polynomial& sum, FactorId factor, std::int64_t enough) {
  Polynomial by(sum.work());
  Polynomial rest(sum.work());
  if (!split(sum, factor, by, rest)) return unbounded;
  const bool rises = reaches(by, 0);
  if (!rises && !reaches(-by, 0)) return unbounded;
  if (sum.work().kind(factor) == Kind::maximum) return maximum_bound(factor, by, rises, rest, enough);
  return quotient_bound(factor, by, rises, rest, enough);
}

}  // namespace bounds

constexpr std::int64_t lower_bound(const Polynomial& sum, std::int64_t enough) {
  if (!sum.is_sound()) return unbounded;
  if (sum.is_number()) return sum.number();
  if (--sum.work().steps < 0) return unbounded;
  std::int64_t best = bounds::plain_bound(sum);
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      if (sum.kind(i, k) < Kind::quotient || best >= enough) continue;
      const std::int64_t one = bounds::inner_bound(sum, sum[i].factor(k), enough);
      if (one > best) best = one;
    }
  }
  return best;
}

}  // namespace shapeproof::detail
