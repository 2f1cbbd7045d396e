// SPDX-License-Identifier: BSL-1.0
// When are two expressions over named axes the same? When their normal forms are: a sum of products, each product a
// coefficient times names in alphabetical order, the sum ordered by degree and then by names.
//
//   (N + 1) * 2 - M   ->   -M+2*N+2
#pragma once

#include <cstdint>
#include <limits>

#include "../message.hpp"

namespace shapeproof::detail {

// A name inside a text that somebody else keeps. Later kinds of factor (a floor division, a maximum) are names too:
// anything in parentheses belongs to the name.
//
// Like all that fills arrays here it has no initialisers of its own: compilers evaluate those for each array element.
struct Name {
  const char* begin;
  int size;

  constexpr Name() = default;
  constexpr Name(const char* text, int length) : begin(text), size(length) {}
  static constexpr Name of(const char* text) {
    Name name{text, 0};
    while (text[name.size] != '\0') ++name.size;
    return name;
  }

  constexpr int compare(const Name& other) const {
    for (int i = 0; i < size && i < other.size; ++i) {
      if (begin[i] != other.begin[i]) return begin[i] < other.begin[i] ? -1 : 1;
    }
    return size - other.size;
  }
  friend constexpr bool operator==(const Name& left, const Name& right) { return left.compare(right) == 0; }
};

constexpr Sentence& operator<<(Sentence& out, const Name& name) {
  for (int i = 0; i < name.size; ++i) out << name.begin[i];
  return out;
}

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
};

class Polynomial {
 public:
  static constexpr int max_terms = 16;
  bool overflows = false;

  constexpr Polynomial() = default;
  constexpr explicit Polynomial(std::int64_t number) { add(Product{number, 0, {}}); }

  // Reads what print wrote, and plain names.
  static constexpr Polynomial parse(const char* text) {
    Polynomial sum;
    while (*text != '\0') {
      Product term{*text == '-' ? -1 : 1, 0, {}};
      if (*text == '-' || *text == '+') ++text;
      text = sum.parse_factor(text, term);
      while (*text == '*') text = sum.parse_factor(text + 1, term);
      sum.add(term);
    }
    return sum;
  }

  constexpr void print(Sentence& out) const {
    for (int i = 0; i < size_; ++i) {
      const Product& term = terms_[i];
      if (i > 0 && term.coefficient > 0) out << '+';
      if (term.coefficient == -1 && term.degree > 0) out << '-';
      const bool says_number = term.degree == 0 || (term.coefficient != 1 && term.coefficient != -1);
      if (says_number) out << term.coefficient;
      for (int k = 0; k < term.degree; ++k) {
        if (k > 0 || says_number) out << '*';
        out << term.factors[k];
      }
    }
    if (size_ == 0) out << '0';
  }

  [[nodiscard]] constexpr bool is_number() const {
    return !overflows && (size_ == 0 || (size_ == 1 && terms_[0].degree == 0));
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
    left.overflows = left.overflows || right.overflows;
    for (int i = 0; i < right.size_; ++i) left.add(right.terms_[i]);
    return left;
  }
  friend constexpr Polynomial operator-(const Polynomial& left, const Polynomial& right) {
    return left + right * Polynomial(-1);
  }
  friend constexpr Polynomial operator*(const Polynomial& left, const Polynomial& right) {
    Polynomial sum;
    sum.overflows = left.overflows || right.overflows;
    for (int i = 0; i < left.size_; ++i) {
      for (int k = 0; k < right.size_; ++k) {
        Product term = left.terms_[i];
        sum.multiply(term, right.terms_[k]);
        sum.add(term);
      }
    }
    return sum;
  }
  // Divides without a remainder into `quotient`, or returns false. Leading terms decide, as in division by hand.
  constexpr bool divide(const Polynomial& divisor, Polynomial& quotient) const {
    Polynomial rest = *this;
    if (divisor.size_ == 0 || divisor.overflows) return false;
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
    return !difference.overflows && difference.size_ == 0;
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

 private:
  // The leading term over `by`, as a polynomial of one term.
  constexpr bool divide_leading(const Product& by, Polynomial& result) const {
    const Product& leading = terms_[0];
    if (leading.coefficient % by.coefficient != 0) return false;
    Product term{leading.coefficient / by.coefficient, 0, {}};
    int next = 0;
    for (int i = 0; i < leading.degree; ++i) {
      if (next < by.degree && leading.factors[i] == by.factors[next]) ++next;
      else term.factors[term.degree++] = leading.factors[i];
    }
    result.add(term);
    return next == by.degree;
  }

  constexpr void remove(int at) {
    for (--size_; at < size_; ++at) terms_[at] = terms_[at + 1];
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

  constexpr const char* parse_factor(const char* text, Product& term) {
    if (*text >= '0' && *text <= '9') {
      std::int64_t number = 0;
      for (; *text >= '0' && *text <= '9'; ++text) {
        overflows |= __builtin_mul_overflow(number, std::int64_t{10}, &number);
        overflows |= __builtin_add_overflow(number, std::int64_t{*text - '0'}, &number);
      }
      overflows |= __builtin_mul_overflow(term.coefficient, number, &term.coefficient);
      return text;
    }
    const char* begin = text;
    int depth = 0;
    while (*text != '\0' && (depth > 0 || (*text != '*' && *text != '+' && *text != '-'))) {
      depth += (*text == '(') - (*text == ')');
      ++text;
    }
    multiply(term, Name{begin, static_cast<int>(text - begin)});
    return text;
  }

  int size_ = 0;
  Product terms_[max_terms] = {};
};

}  // namespace shapeproof::detail
