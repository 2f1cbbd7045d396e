// SPDX-License-Identifier: BSL-1.0
// What is thrown when data does not fit? ShapeError and ElementTypeError, with the sentence as what() and the facts as
// members.
#pragma once

#include <exception>

#include "element.hpp"
#include "rules/ruling.hpp"

namespace shapeproof {

// What all errors of the library are. what() is a sentence.
class Error : public std::exception {
 public:
  // With that sentence.
  explicit Error(const Sentence& sentence) : sentence_(sentence) {}
  // The sentence: who refuses, what was found, what is wanted.
  [[nodiscard]] const char* what() const noexcept override { return sentence_.c_str(); }

 private:
  Sentence sentence_;
};

// A shape that does not fit. expected() and found() say the names, where there are any, and the numbers they hold.
class ShapeError : public Error {
 public:
  // Of what a rule refused.
  explicit ShapeError(const Refusal& why)
      : Error(why.sentence), expected_(why.expected), found_(why.found), axis_(why.axis) {}

  // The shape that is wanted.
  [[nodiscard]] const ShapeValue& expected() const noexcept { return expected_; }
  // The shape that was found.
  [[nodiscard]] const ShapeValue& found() const noexcept { return found_; }
  // The first axis at fault; -1 where it is no single one.
  [[nodiscard]] int axis() const noexcept { return axis_; }

 private:
  ShapeValue expected_;
  ShapeValue found_;
  int axis_;
};

// Elements of another type than the one that was asked for.
class ElementTypeError : public Error {
 public:
  // Of elements that are `found`, where `expected` is wanted.
  ElementTypeError(const Sentence& sentence, ElementType expected, ElementType found)
      : Error(sentence), expected_(expected), found_(found) {}

  // The type that was asked for.
  [[nodiscard]] ElementType expected() const noexcept { return expected_; }
  // The type that the elements have.
  [[nodiscard]] ElementType found() const noexcept { return found_; }

 private:
  ElementType expected_;
  ElementType found_;
};

namespace detail {

// `origin` is the file that the elements came from, or "".
constexpr void ask_element(const char* origin, ElementType expected, ElementType found) {
  if (expected == found) return;
  Sentence sentence;
  // run time only: tests/errors.cpp
  sentence << origin << (*origin != '\0' ? ": " : "") << "elements are " << found << ", wanted are " << expected
           << "; take them as " << code_of(found) << ", then cast<" << code_of(expected) << ">(x)";
  throw ElementTypeError(sentence, expected, found);
}

}  // namespace detail
}  // namespace shapeproof
