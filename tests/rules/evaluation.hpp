// SPDX-License-Identifier: BSL-1.0
// What is an expression's text worth, where its names hold numbers? Worked out a second time, as C++ would read it, but for
// / and %, which round down. Throws std::domain_error where it divides by 0.
#pragma once

#include <cctype>
#include <cstdint>
#include <stdexcept>
#include <string>

inline std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  if (b == 0) throw std::domain_error("division by 0");
  return a / b - ((a % b != 0) && ((a % b < 0) != (b < 0)) ? 1 : 0);
}

// `value_of(word)` says what a name holds.
template <class ValueOf>
class Evaluation {
 public:
  Evaluation(const char* text, const ValueOf& value_of) : at_(text), value_of_(value_of) {}

  std::int64_t sum() {
    std::int64_t total = *at_ == '-' ? (++at_, -product()) : product();
    while (*at_ == '+' || *at_ == '-') {
      const bool is_minus = *at_++ == '-';
      const std::int64_t next = product();
      total += is_minus ? -next : next;
    }
    return total;
  }

 private:
  std::int64_t product() {
    std::int64_t total = factor();
    while (*at_ == '*' || *at_ == '/' || *at_ == '%') {
      const char sign = *at_++;
      const std::int64_t next = factor();
      if (sign == '*') total *= next;
      else total = sign == '/' ? floor_divide(total, next) : total - next * floor_divide(total, next);
    }
    return total;
  }
  std::int64_t factor() {
    if (*at_ == '(') return bracket();
    if (std::isdigit(static_cast<unsigned char>(*at_)) != 0) return number();
    std::string word;
    while (std::isalnum(static_cast<unsigned char>(*at_)) != 0) word += *at_++;
    if (word == "max" || word == "min") return extreme(word == "max");
    return value_of_(word);
  }
  std::int64_t bracket() {
    ++at_;
    const std::int64_t inside = sum();
    ++at_;
    return inside;
  }
  std::int64_t number() {
    std::int64_t digits = 0;
    while (std::isdigit(static_cast<unsigned char>(*at_)) != 0) digits = digits * 10 + (*at_++ - '0');
    return digits;
  }
  std::int64_t extreme(bool is_maximum) {
    ++at_;
    std::int64_t result = sum();
    while (*at_++ == ',') {
      const std::int64_t next = sum();
      if ((next > result) == is_maximum) result = next;
    }
    return result;
  }

  const char* at_;
  const ValueOf& value_of_;
};

template <class ValueOf>
std::int64_t value_of_text(const char* text, const ValueOf& value_of) {
  return Evaluation<ValueOf>(text, value_of).sum();
}
