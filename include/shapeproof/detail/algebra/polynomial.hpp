// SPDX-License-Identifier: BSL-1.0
// When are two expressions over named axes the same? When their normal forms are: a sum of products, each product a
// coefficient times factors in alphabetical order, the sum ordered by degree and then by factors.
//
//   (N + 1) * 2 - M   ->   -M+2*N+2
#pragma once

#include <limits>

#include "declared.hpp"

namespace shapeproof::detail {

// coefficient * factor(0) * factor(1) * ...; a square is the same factor twice. The factors are the bytes of one number,
// the first in the highest: a small object is cheap to copy in constant expressions.
struct Product {
  static constexpr int max_degree = 8;
  std::int64_t coefficient;
  int degree;
  std::uint64_t factors;

  [[nodiscard]] constexpr FactorId factor(int i) const { return static_cast<FactorId>(factors >> (56 - 8 * i)); }

  // The order of the normal form; 0 where the two differ at most in their coefficient.
  [[nodiscard]] constexpr int compare(const Product& other, const Workspace& work) const {
    if (degree != other.degree) return other.degree - degree;
    if (factors == other.factors) return 0;
    int i = 0;
    while (factor(i) == other.factor(i)) ++i;
    return work.rank(factor(i)) - work.rank(other.factor(i));
  }

  [[nodiscard]] constexpr bool has(FactorId wanted) const {
    for (int i = 0; i < degree; ++i) {
      if (factor(i) == wanted) return true;
    }
    return false;
  }

  // False where there is no room for one more.
  constexpr bool multiply(FactorId by, const Workspace& work) {
    if (degree == max_degree || by == 0) return false;
    int at = degree;
    while (at > 0 && work.rank(by) < work.rank(factor(at - 1))) --at;
    const std::uint64_t before = at == 0 ? 0 : factors >> (64 - 8 * at) << (64 - 8 * at);
    factors = before | std::uint64_t{by} << (56 - 8 * at) | (factors ^ before) >> 8;
    ++degree;
    return true;
  }

  // The factors that are left without those of `by`; false where it has one that is not here. Says no coefficient.
  constexpr bool divide_factors(const Product& by, Product& rest) const {
    rest = Product{1, 0, 0};
    int next = 0;
    for (int i = 0; i < degree; ++i) {
      if (next < by.degree && factor(i) == by.factor(next)) ++next;
      else rest.factors |= std::uint64_t{factor(i)} << (56 - 8 * rest.degree++);
    }
    return next == by.degree;
  }
};

// Rounded down, for a divisor above 0; C++ rounds towards 0.
constexpr std::int64_t floor_of(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

constexpr std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    const std::int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

class Polynomial {
 public:
  static constexpr int max_terms = 24;
  bool overflows = false;
  // It divides by 0, so that it has no value.
  bool is_undefined = false;

  constexpr explicit Polynomial(Workspace& work) : work_(&work) {}
  constexpr Polynomial(Workspace& work, std::int64_t number) : work_(&work) { add(Product{number, 0, 0}); }
  constexpr Polynomial(Workspace& work, const Product& term) : work_(&work) { add(term); }
  // A factor on its own; factor 0 found no room.
  static constexpr Polynomial of(Workspace& work, FactorId factor) {
    Polynomial sum(work);
    if (factor == 0) sum.overflows = true;
    else sum.terms_[sum.size_++] = Product{1, 1, std::uint64_t{factor} << 56};
    return sum;
  }

  [[nodiscard]] constexpr Workspace& work() const { return *work_; }
  // Whether the sum has a value, and it was not too large to compute with.
  [[nodiscard]] constexpr bool is_sound() const { return !overflows && !is_undefined; }
  [[nodiscard]] constexpr bool is_zero() const { return is_sound() && size_ == 0; }
  [[nodiscard]] constexpr bool is_number() const {
    return is_sound() && (size_ == 0 || (size_ == 1 && terms_[0].degree == 0));
  }
  // The constant term.
  [[nodiscard]] constexpr std::int64_t number() const {
    return size_ > 0 && terms_[size_ - 1].degree == 0 ? terms_[size_ - 1].coefficient : 0;
  }
  [[nodiscard]] constexpr int size() const { return size_; }
  [[nodiscard]] constexpr const Product& operator[](int i) const { return terms_[i]; }
  [[nodiscard]] constexpr Kind kind(int term, int factor) const { return work_->kind(terms_[term].factor(factor)); }

  // Whether there is something beside axes: quotients, maxima.
  [[nodiscard]] constexpr bool has_inner_factors() const {
    for (int i = 0; i < size_; ++i) {
      for (int k = 0; k < terms_[i].degree; ++k) {
        if (kind(i, k) >= Kind::quotient) return true;
      }
    }
    return false;
  }
  // Whether something is subtracted that is no number.
  [[nodiscard]] constexpr bool has_negative_terms() const {
    for (int i = 0; i < size_; ++i) {
      if (terms_[i].degree > 0 && terms_[i].coefficient < 0) return true;
    }
    return false;
  }

  constexpr void inherit(const Polynomial& other) {
    overflows |= other.overflows;
    is_undefined |= other.is_undefined;
  }

  constexpr void add(const Product& term) {
    if (term.coefficient == 0) return;
    // Its negative does not exist.
    overflows |= term.coefficient == std::numeric_limits<std::int64_t>::min();
    int at = size_;
    int order = 1;
    while (at > 0 && (order = terms_[at - 1].compare(term, *work_)) > 0) --at;
    if (at > 0 && order == 0) {
      overflows |= __builtin_add_overflow(terms_[at - 1].coefficient, term.coefficient, &terms_[at - 1].coefficient);
      if (terms_[at - 1].coefficient == 0) remove(at - 1);
    } else if (size_ == max_terms) {
      overflows = true;
    } else {
      for (int i = size_++; i > at; --i) terms_[i] = terms_[i - 1];
      terms_[at] = term;
    }
  }
  // Adds other * by.
  constexpr void add(const Polynomial& other, const Product& by) {
    inherit(other);
    for (int i = 0; i < other.size_; ++i) {
      Product term = other.terms_[i];
      multiply(term, by);
      add(term);
    }
  }
  constexpr void add(const Polynomial& other, std::int64_t times = 1) { add(other, Product{times, 0, 0}); }

  friend constexpr Polynomial operator+(Polynomial left, const Polynomial& right) {
    left.add(right);
    return left;
  }
  friend constexpr Polynomial operator-(Polynomial left, const Polynomial& right) {
    left.add(right, -1);
    return left;
  }
  friend constexpr Polynomial operator+(Polynomial left, std::int64_t number) {
    left.add(Product{number, 0, 0});
    return left;
  }
  friend constexpr Polynomial operator-(const Polynomial& sum) { return sum.times(-1); }
  friend constexpr Polynomial operator*(const Polynomial& left, const Polynomial& right) {
    Polynomial sum(*left.work_);
    sum.inherit(left);
    sum.inherit(right);
    for (int i = 0; i < right.size_; ++i) sum.add(left, right.terms_[i]);
    return sum;
  }
  [[nodiscard]] constexpr Polynomial times(std::int64_t number) const {
    Polynomial sum(*work_);
    sum.add(*this, number);
    return sum;
  }
  [[nodiscard]] constexpr Polynomial times(const Product& term) const {
    Polynomial sum(*work_);
    sum.add(*this, term);
    return sum;
  }
  // Where every coefficient but that of the number is a multiple; the number's quotient is rounded down.
  [[nodiscard]] constexpr Polynomial over(std::int64_t divisor) const {
    Polynomial sum = *this;
    for (int i = 0; i < size_; ++i) sum.terms_[i].coefficient = floor_of(terms_[i].coefficient, divisor);
    if (size_ > 0 && sum.terms_[size_ - 1].coefficient == 0) --sum.size_;
    return sum;
  }

  // Divides without a remainder into `quotient`, or returns false. Leading terms decide, as in division by hand.
  constexpr bool divide(const Polynomial& divisor, Polynomial& quotient) const {
    Polynomial rest = *this;
    if (divisor.size_ == 0 || !divisor.is_sound() || !is_sound()) return false;
    quotient = Polynomial(*work_);
    while (rest.size_ > 0 && rest.is_sound()) {
      Product term{};
      const Product& leading = rest.terms_[0];
      const std::int64_t by = divisor.terms_[0].coefficient;
      if (leading.coefficient % by != 0 || !leading.divide_factors(divisor.terms_[0], term)) return false;
      term.coefficient = leading.coefficient / by;
      quotient.add(term);
      rest.add(divisor, Product{-term.coefficient, term.degree, term.factors});
    }
    return rest.is_sound() && quotient.is_sound();
  }

  friend constexpr bool operator==(const Polynomial& left, const Polynomial& right) { return (left - right).is_zero(); }

  constexpr void multiply(Product& term, const Product& by) {
    if (by.coefficient != 1) {
      overflows |= __builtin_mul_overflow(term.coefficient, by.coefficient, &term.coefficient);
    }
    for (int i = 0; i < by.degree; ++i) multiply(term, by.factor(i));
  }
  constexpr void multiply(Product& term, FactorId factor) {
    if (!term.multiply(factor, *work_)) overflows = true;
  }

 private:
  constexpr void remove(int at) {
    for (--size_; at < size_; ++at) terms_[at] = terms_[at + 1];
  }

  Workspace* work_;
  int size_ = 0;
  Product terms_[max_terms] = {};
};

}  // namespace shapeproof::detail
