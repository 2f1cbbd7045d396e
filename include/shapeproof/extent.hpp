// SPDX-License-Identifier: BSL-1.0
// What can the extent of an axis be? A number (64, an int), a named axis that is known at run time (axis("N")), a named
// axis of known extent (C(3)), arithmetic over named axes (2 * N + 1), dyn (unknown and unnamed), or _ ("work it out").
//
//   inline constexpr auto N = axis("N"), C = axis("C");
//   Shape<N, C(3), 32, 2 * N + 1>
#pragma once

#include <cstdint>

#include "detail/algebra/maximum.hpp"
#include "message.hpp"

namespace shapeproof {

// An extent that is more than a plain number. It holds its canonical text, so that equal extents are the same template
// argument and g++ prints what the user wrote: Extent{"2*N+1"}.
struct Extent {
  // How many letters of an expression are kept.
  static constexpr int capacity = 96;
  char text[capacity] = {};  // in normal form, as errors say it

  // This axis with a known extent: C(3). Only a plain name can be given one.
  constexpr Extent operator()(std::int64_t count) const;

  // What is declared of this axis, used by proofs and checked at every door. Without it an axis is at least 1. One name has
  // one declaration.
  [[nodiscard]] constexpr Extent or_empty() const { return at_least(0); }
  // The same name, of which this is known: it is at least `count`.
  [[nodiscard]] constexpr Extent at_least(std::int64_t count) const;
  // The same name, of which this is known: `count` divides it.
  [[nodiscard]] constexpr Extent multiple_of(std::int64_t count) const;
  // D.equals(H * K): D is printed, and proofs see H * K.
  [[nodiscard]] constexpr Extent equals(const Extent& expression) const;

  // The text is compared up to its end, not the zeros behind it.
  friend constexpr bool operator==(const Extent& left, const Extent& right) {
    for (int i = 0; i < capacity; ++i) {
      if (left.text[i] != right.text[i]) return false;
      if (left.text[i] == '\0') return true;
    }
    return true;
  }
};

// Unknown until run time, and unnamed.
inline constexpr Extent dyn{"dyn"};
// "Work it out": the one hole in a reshape or a split.
inline constexpr Extent _{"_"};

namespace detail {

constexpr bool same_text(const char* left, const char* right) { return Name::of(left) == Name::of(right); }

constexpr bool is_identifier(const char* text) {
  if (!is_letter(*text)) return false;
  while (is_letter(*text) || is_digit(*text)) ++text;
  return *text == '\0';
}

// The text of a plain name, whatever is declared of it.
constexpr bool is_name(const char* text) {
  if (!is_letter(*text)) return false;
  while (is_letter(*text) || is_digit(*text)) ++text;
  return *text == '\0' || *text == ' ';
}

// A text that begins with '!' is an extent that cannot be; what follows says why, and Shape refuses it in these words.
constexpr Extent impossible(const char* reason) {
  Extent extent{"!"};
  for (int i = 0; reason[i] != '\0' && i < Extent::capacity - 2; ++i) extent.text[i + 1] = reason[i];
  return extent;
}

constexpr Extent extent_of_text(const Sentence& text) {
  if (text.size() >= Extent::capacity) return impossible("an expression of more than 95 characters");
  Extent extent;
  for (std::size_t i = 0; i < text.size(); ++i) extent.text[i] = text.c_str()[i];
  return extent;
}

}  // namespace detail

// A named axis. The name is a letter or _ followed by letters, digits and _; at most 31 characters.
constexpr Extent axis(const char* name) {
  if (!detail::is_identifier(name)) return detail::impossible("a name that is no identifier");
  if (detail::same_text(name, "_") || detail::same_text(name, "dyn")) return detail::impossible("a reserved name");
  if (detail::Name::of(name).size > 31) return detail::impossible("a name of more than 31 characters");
  return detail::extent_of_text(sentence_of(name));
}

namespace detail {

// A number that an axis can hold, as far as its name says.
constexpr bool may_hold(const Extent& name, std::int64_t number) {
  if (!has_clause(name.text)) return number >= 1;
  const Declaration declaration = declaration_in(name.text, Name::of(name.text));
  // What a meaning can be, is seen where its names are solved.
  const std::int64_t least = declaration.meaning.size > 0 ? 0 : declaration.least;
  return number >= least && number % declaration.multiple == 0;
}

// The text that `begin` marks, with what is declared of its axes.
constexpr Extent extent_since(Workspace& work, int begin, bool with_clause) {
  if (with_clause) put_clause(work, Name::of(sentence_of(work.since(begin)).c_str()));
  const Name text = work.since(begin);
  if (text.size == 0 || text.size >= Extent::capacity) return impossible("an expression of more than 95 characters");
  Extent extent;
  for (int i = 0; i < text.size; ++i) extent.text[i] = text.begin[i];
  return extent;
}

// The name with one fact more.
template <class Change>
constexpr Extent declared(const Extent& name, const Change& change) {
  if (!is_name(name.text) || name == dyn || name == _) {
    return impossible("a declaration of something that is no plain name");
  }
  Workspace work;
  Declaration declaration = declaration_in(name.text, Name::of(name.text));
  change(work, declaration);
  work.declare(declaration);
  const int begin = work.mark();
  work.put(Name::of(name.text));
  return extent_since(work, begin, true);
}

}  // namespace detail

constexpr Extent Extent::operator()(std::int64_t count) const {
  if (!detail::is_name(text) || *this == dyn || *this == _) {
    return detail::impossible("a number given to something that is no plain name");
  }
  if (count < 0) return detail::impossible("a name with a negative number");
  const detail::Name name = detail::Name::of(text);
  return detail::extent_of_text(sentence_of(name, '(', count, ')', text + name.size));
}

constexpr Extent Extent::at_least(std::int64_t count) const {
  if (count < 0) return detail::impossible("an axis that may be negative");
  return detail::declared(*this, [&](auto&, auto& declaration) { declaration.least = count; });
}
constexpr Extent Extent::multiple_of(std::int64_t count) const {
  if (count < 1) return detail::impossible("a multiple of less than 1");
  return detail::declared(*this, [&](auto&, auto& declaration) { declaration.multiple = count; });
}
constexpr Extent Extent::equals(const Extent& expression) const {
  const detail::Name meaning = detail::Name::of(expression.text);
  if (expression.text[0] == '!') return expression;
  const bool is_number = detail::is_digit(*meaning.begin) && detail::end_of_word(meaning, 0) == meaning.size;
  if (expression == dyn || expression == _ || is_number) {
    return detail::impossible("a name that equals no expression over names");
  }
  if (detail::mentions(meaning, detail::Name::of(text)) || detail::has_clause(text)) {
    return detail::impossible("a name that equals itself, or is declared otherwise too");
  }
  return detail::declared(*this, [&](auto& work, auto& declaration) {
    detail::declare(work, detail::clause_of(expression.text));
    declaration.meaning = meaning;
  });
}

// An extent as the rules see it: at compile time with what is known then, at run time with its number.
struct ExtentValue {
  std::int64_t number = -1;  // -1: not known
  Extent symbol{};           // "N", "2*N+1", "_" for a hole, empty where there is no name

  constexpr ExtentValue() = default;
  // A negative number is no extent, and not an unknown one either: well_formed_rule refuses it.
  constexpr ExtentValue(std::int64_t count) : number(count < 0 ? -2 : count) {}  // NOLINT(google-explicit-constructor)
  constexpr ExtentValue(const Extent& extent) {                                  // NOLINT(google-explicit-constructor)
    if (extent == dyn) return;
    symbol = extent;
    read_number();
  }
  constexpr ExtentValue(std::int64_t count, const Extent& name) : number(count), symbol(name) {}

  // Whether the number is known at compile time.
  [[nodiscard]] constexpr bool is_known() const { return number >= 0; }
  // Whether there is a name or an expression.
  [[nodiscard]] constexpr bool has_symbol() const { return symbol.text[0] != '\0'; }
  // A single axis' name, not an expression.
  [[nodiscard]] constexpr bool is_named() const { return detail::is_name(symbol.text) && !is_hole(); }
  // Whether it is `_`, to be worked out.
  [[nodiscard]] constexpr bool is_hole() const { return symbol == _; }
  // Whether it is `dyn`: nothing is known of it.
  [[nodiscard]] constexpr bool is_dyn() const { return !is_known() && !has_symbol(); }
  // Whether it stands for an expression that has no meaning; errors say why.
  [[nodiscard]] constexpr bool is_impossible() const { return symbol.text[0] == '!'; }

  friend constexpr bool operator==(const ExtentValue&, const ExtentValue&) = default;

 private:
  // "C(3)" is the name C and the number 3; "12" is the number 12.
  constexpr void read_number() {
    int i = 0;
    while (symbol.text[i] != '\0' && symbol.text[i] != '(' && symbol.text[i] != '*') ++i;
    const int name_end = symbol.text[i] == '(' && i > 0 ? i : 0;
    int digit = name_end == 0 ? 0 : name_end + 1;
    const int first = digit;
    std::int64_t count = 0;
    while (symbol.text[digit] >= '0' && symbol.text[digit] <= '9') count = count * 10 + (symbol.text[digit++] - '0');
    if (digit == first || symbol.text[digit] != (name_end == 0 ? '\0' : ')')) return;
    number = count;
    // What is declared of the name moves up behind it.
    for (int k = name_end, from = digit + 1; k < Extent::capacity; ++k, ++from) {
      symbol.text[k] = name_end > 0 && from < Extent::capacity ? symbol.text[from] : '\0';
    }
  }
};

// Writes the extent as a program would: 64, N, C(3), 2*N, dyn or _.
constexpr Sentence& operator<<(Sentence& out, const ExtentValue& extent) {
  if (extent.is_dyn()) return out << "dyn";
  if (!extent.has_symbol()) return out << extent.number;
  const detail::Name text = detail::Name::of(extent.symbol.text);
  if (!extent.is_known()) return out << text;
  if (extent.is_named()) return out << text << '(' << extent.number << ')';
  return out << text << " = " << extent.number;
}

}  // namespace shapeproof
