// SPDX-License-Identifier: BSL-1.0
// Where do factors live while one computes? In a Workspace: polynomials hold their numbers in it, and must not outlive it.
#pragma once

#include "factor.hpp"

namespace shapeproof::detail {

// What is declared of an axis: T >= 2, W a multiple of 8, or D = H*K. Without a declaration it is at least 1.
struct Declaration {
  Name axis;
  std::int64_t least;
  std::int64_t multiple;
  Name meaning;

  static constexpr Declaration none(const Name& axis) { return {axis, 1, 1, {"", 0}}; }
  friend constexpr bool operator==(const Declaration& left, const Declaration& right) {
    return left.least == right.least && left.multiple == right.multiple && left.meaning == right.meaning;
  }
};

// The number of a factor in its workspace; 0 is none.
using FactorId = unsigned char;

class Workspace {
 public:
  static constexpr int max_factors = 60;
  static constexpr int max_declarations = 16;
  static constexpr int capacity = 4000;

  constexpr Workspace() = default;
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  constexpr ~Workspace() = default;

  // The factor of this text, which must live as long as the workspace; 0 where there is no more room.
  constexpr FactorId find_or_add(const Name& text, Kind kind) {
    if (text.size == 0) return 0;
    int rank = 0;
    for (int i = 1; i <= size_; ++i) {
      const int order = texts_[i].compare(text);
      if (order == 0) return static_cast<FactorId>(i);
      if (order < 0) ++rank;
    }
    if (size_ == max_factors) return 0;
    for (int i = 1; i <= size_; ++i) {
      if (ranks_[i] >= rank) ++ranks_[i];
    }
    ++size_;
    texts_[size_] = text;
    kinds_[size_] = kind;
    ranks_[size_] = rank;
    return static_cast<FactorId>(size_);
  }

  [[nodiscard]] constexpr const Name& text(FactorId factor) const { return texts_[factor]; }
  [[nodiscard]] constexpr Kind kind(FactorId factor) const { return kinds_[factor]; }
  // The place of a factor in alphabetical order.
  [[nodiscard]] constexpr int rank(FactorId factor) const { return ranks_[factor]; }

  // What is declared of axes. Two declarations of one axis are a contradiction.
  constexpr void declare(const Declaration& declaration) {
    for (int i = 0; i < declared_; ++i) {
      if (!(declarations_[i].axis == declaration.axis)) continue;
      contradicts_ = contradicts_ || !(declarations_[i] == declaration);
      return;
    }
    if (declared_ == max_declarations) {
      contradicts_ = true;
      return;
    }
    // In alphabetical order.
    int at = declared_++;
    for (; at > 0 && declaration.axis.compare(declarations_[at - 1].axis) < 0; --at) {
      declarations_[at] = declarations_[at - 1];
    }
    declarations_[at] = declaration;
  }
  [[nodiscard]] constexpr Declaration declaration_of(const Name& axis) const {
    for (int i = 0; i < declared_; ++i) {
      if (declarations_[i].axis == axis) return declarations_[i];
    }
    return Declaration::none(axis);
  }
  [[nodiscard]] constexpr int declared() const { return declared_; }
  [[nodiscard]] constexpr const Declaration& declaration(int i) const { return declarations_[i]; }
  [[nodiscard]] constexpr bool contradicts() const { return contradicts_; }

  // Texts are written one letter after the other, and are one name from `begin` on.
  [[nodiscard]] constexpr int mark() const { return used_; }
  constexpr void put(char letter) {
    if (used_ < capacity) chars_[used_++] = letter;
    else is_full_ = true;
  }
  constexpr void put(const Name& text) {
    for (int i = 0; i < text.size; ++i) put(text.begin[i]);
  }
  constexpr void put(const char* text) {
    for (; *text != '\0'; ++text) put(*text);
  }
  constexpr void put(std::int64_t number) {
    if (number < 0) put('-');
    if (number <= -10 || number >= 10) put(number / 10 < 0 ? -(number / 10) : number / 10);
    put(static_cast<char>('0' + (number % 10 < 0 ? -(number % 10) : number % 10)));
  }
  // Empty where there was no more room.
  [[nodiscard]] constexpr Name since(int begin) const { return {chars_ + begin, is_full_ ? 0 : used_ - begin}; }
  // Forgets the letters from `begin` on.
  constexpr void release(int begin) { used_ = begin; }

  // How many more steps a search for a bound may take, so that no expression takes long.
  int steps = 0;

 private:
  int size_ = 0;
  int used_ = 0;
  int declared_ = 0;
  bool is_full_ = false;
  bool contradicts_ = false;
  Declaration declarations_[max_declarations];
  Name texts_[max_factors + 1];
  Kind kinds_[max_factors + 1];
  int ranks_[max_factors + 1];
  char chars_[capacity];
};

}  // namespace shapeproof::detail
