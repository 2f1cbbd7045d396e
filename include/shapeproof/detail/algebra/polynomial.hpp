// SPDX-License-Identifier: BSL-1.0
// When are two expressions over named axes the same? When their normal forms are: a sum of products, each product a
// coefficient times factors in alphabetical order, the sum ordered by degree and then by factors.
//
//   (N + 1) * 2 - M   ->   -M+2*N+2
#pragma once

#include <limits>

#include "factor.hpp"

namespace shapeproof::detail {

// coefficient * factors[0] * factors[1] * ...; a square is the same name twice.
struct Product {
  static constexpr int max_degree = 8;
  std::int64_t coefficient;
  int degree;
  Name factors[max_degree];

  // The order of the normal form; 0 where the two differ at most in their coefficient.
  constexpr int compare(const Product& other) const {
    if (degree != other.degree) return other.degree - degree;
    for (int i = 0; i < degree; ++i) {
      if (const int order = factors[i].compare(other.factors[i]); order != 0) return order;
    }
    return 0;
  }

  // The factors that are left without those of `by`; false where it has one that is not here. Says no coefficient.
  constexpr bool divide_factors(const Product& by, Product& rest) const {
    rest = Product{1, 0, {}};
    int next = 0;
    for (int i = 0; i < degree; ++i) {
      if (next < by.degree && factors[i] == by.factors[next]) ++next;
      else rest.factors[rest.degree++] = factors[i];
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

  constexpr Polynomial() = default;
  constexpr explicit Polynomial(std::int64_t number) { add(Product{number, 0, {}}); }
  constexpr explicit Polynomial(const Product& term) { add(term); }
  // A factor on its own; one without a text found no room for it.
  static constexpr Polynomial of(const Name& factor) {
    Polynomial sum;
    Product term{1, 0, {}};
    sum.multiply(term, factor);
    sum.add(term);
    sum.overflows = factor.size == 0;
    return sum;
  }

  // Whether the sum has a value, and it was not too large to compute with.
  [[nodiscard]] constexpr bool is_sound() const { return !overflows && !is_undefined; }

  [[nodiscard]] constexpr bool is_number() const {
    return is_sound() && (size_ == 0 || (size_ == 1 && terms_[0].degree == 0));
  }
  // The constant term.
  [[nodiscard]] constexpr std::int64_t number() const {
    return size_ > 0 && terms_[size_ - 1].degree == 0 ? terms_[size_ - 1].coefficient : 0;
  }
  [[nodiscard]] constexpr int size() const { return size_; }
  [[nodiscard]] constexpr const Product& operator[](int i) const { return terms_[i]; }

  [[nodiscard]] constexpr bool mentions(const Name& name) const {
    for (int i = 0; i < size_; ++i) {
      for (int k = 0; k < terms_[i].degree; ++k) {
        if (terms_[i].factors[k] == name) return true;
      }
    }
    return false;
  }

  friend constexpr Polynomial operator+(Polynomial left, const Polynomial& right) {
    left.inherit(right);
    for (int i = 0; i < right.size_; ++i) left.add(right.terms_[i]);
    return left;
  }
  friend constexpr Polynomial operator-(const Polynomial& left, const Polynomial& right) { return left + -right; }
  friend constexpr Polynomial operator-(const Polynomial& sum) { return sum.times(-1); }
  friend constexpr Polynomial operator*(const Polynomial& left, const Polynomial& right) {
    Polynomial sum;
    sum.inherit(left);
    for (int i = 0; i < right.size_; ++i) sum = sum + left * right.terms_[i];
    sum.inherit(right);
    return sum;
  }
  friend constexpr Polynomial operator*(const Polynomial& left, const Product& right) {
    if (right.degree == 0) return left.times(right.coefficient);
    Polynomial sum;
    sum.inherit(left);
    for (int i = 0; i < left.size_; ++i) {
      Product term = left.terms_[i];
      sum.multiply(term, right);
      sum.add(term);
    }
    return sum;
  }

  [[nodiscard]] constexpr Polynomial times(std::int64_t number) const {
    Polynomial sum = *this;
    if (number == 0) sum.size_ = 0;
    for (int i = 0; i < sum.size_; ++i) {
      sum.overflows |= __builtin_mul_overflow(sum.terms_[i].coefficient, number, &sum.terms_[i].coefficient);
      sum.overflows |= sum.terms_[i].coefficient == std::numeric_limits<std::int64_t>::min();
    }
    return sum;
  }
  // Where every coefficient but that of the number is a multiple; the number's quotient is rounded down.
  [[nodiscard]] constexpr Polynomial over(std::int64_t divisor) const {
    Polynomial sum;
    sum.inherit(*this);
    for (int i = 0; i < size_; ++i) {
      Product term = terms_[i];
      term.coefficient = floor_of(term.coefficient, divisor);
      sum.add(term);
    }
    return sum;
  }

  // Divides without a remainder into `quotient`, or returns false. Leading terms decide, as in division by hand.
  constexpr bool divide(const Polynomial& divisor, Polynomial& quotient) const {
    Polynomial rest = *this;
    if (divisor.size_ == 0 || !divisor.is_sound() || !is_sound()) return false;
    for (quotient = {}; rest.size_ > 0 && !rest.overflows;) {
      Polynomial term;
      if (!rest.divide_leading(divisor.terms_[0], term)) return false;
      quotient = quotient + term;
      rest = rest - term * divisor;
    }
    return !rest.overflows && !quotient.overflows;
  }

  friend constexpr bool operator==(const Polynomial& left, const Polynomial& right) {
    const Polynomial difference = left - right;
    return difference.is_sound() && difference.size_ == 0;
  }

  constexpr void add(const Product& term) {
    if (term.coefficient == 0) return;
    // Its negative does not exist.
    overflows |= term.coefficient == std::numeric_limits<std::int64_t>::min();
    int at = 0;
    while (at < size_ && terms_[at].compare(term) < 0) ++at;
    if (at < size_ && terms_[at].compare(term) == 0) {
      overflows |= __builtin_add_overflow(terms_[at].coefficient, term.coefficient, &terms_[at].coefficient);
      if (terms_[at].coefficient == 0) remove(at);
    } else if (size_ == max_terms) {
      overflows = true;
    } else {
      for (int i = size_++; i > at; --i) terms_[i] = terms_[i - 1];
      terms_[at] = term;
    }
  }

  constexpr void inherit(const Polynomial& other) {
    overflows |= other.overflows;
    is_undefined |= other.is_undefined;
  }

  constexpr void multiply(Product& term, const Product& by) {
    overflows |= __builtin_mul_overflow(term.coefficient, by.coefficient, &term.coefficient);
    for (int i = 0; i < by.degree; ++i) multiply(term, by.factors[i]);
  }
  constexpr void multiply(Product& term, const Name& name) {
    if (term.degree == Product::max_degree) {
      overflows = true;
      return;
    }
    int at = term.degree++;
    for (; at > 0 && name.compare(term.factors[at - 1]) < 0; --at) term.factors[at] = term.factors[at - 1];
    term.factors[at] = name;
  }

 private:
  // The leading term over `by`, as a polynomial of one term.
  constexpr bool divide_leading(const Product& by, Polynomial& result) const {
    Product term{};
    if (terms_[0].coefficient % by.coefficient != 0 || !terms_[0].divide_factors(by, term)) return false;
    term.coefficient = terms_[0].coefficient / by.coefficient;
    result.add(term);
    return true;
  }

  constexpr void remove(int at) {
    for (--size_; at < size_; ++at) terms_[at] = terms_[at + 1];
  }

  int size_ = 0;
  Product terms_[max_terms] = {};
};

}  // namespace shapeproof::detail
