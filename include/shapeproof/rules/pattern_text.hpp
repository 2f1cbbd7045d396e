// SPDX-License-Identifier: BSL-1.0
// How is the text of a pattern cut into tokens? "b (h p) -> b h" holds b, (, h, p, ), ->, b and h.
#pragma once

#include <limits>

#include "names.hpp"

namespace shapeproof {

// A text as a template argument.
template <std::size_t Size>
struct PatternText {
  char chars[Size] = {};  // the last one is 0

  // Of a literal.
  constexpr PatternText(const char (&text)[Size]) {  // NOLINT(google-explicit-constructor): rearrange<"a b -> b a">
    for (std::size_t i = 0; i < Size; ++i) chars[i] = text[i];
  }
  // Without the 0.
  [[nodiscard]] constexpr detail::Name text() const { return {chars, static_cast<int>(Size) - 1}; }
};

// A text in quotes, of a sentence: what is no printable ASCII becomes ?.
struct Quoted {
  detail::Name text;  // of the word
};
// Writes the text in quotes.
constexpr Sentence& operator<<(Sentence& out, const Quoted& quoted) {
  out << '"';
  for (int i = 0; i < quoted.text.size; ++i) {
    const char letter = quoted.text.begin[i];
    out << (letter >= ' ' && letter <= '~' ? letter : '?');
  }
  return out << '"';
}

// How sentences about a pattern begin: rearrange "b c -> c b".
struct PatternHead {
  const char* operation = "";  // who was called
  detail::Name text{"", 0};    // as it was written
};
// Writes rearrange "a b -> b a".
constexpr Sentence& operator<<(Sentence& out, const PatternHead& head) {
  return out << head.operation << ' ' << Quoted{head.text};
}

// What a word of a pattern is.
enum class TokenKind { name, number, ellipsis, open, close, arrow, comma, end, unknown };

// A word of a pattern.
struct Token {
  TokenKind kind = TokenKind::end;  // what it is
  detail::Name text{"", 0};         // as it was written
};

namespace detail {

// Of the alphabet; is_letter is for names, which also have _.
constexpr bool is_latin(char c) { return is_letter(c) && c != '_'; }

constexpr int word_size(const Name& text, int from) {
  int end = from;
  while (end < text.size && (is_letter(text.begin[end]) || is_digit(text.begin[end]))) ++end;
  return end - from;
}

constexpr TokenKind word_kind(const Name& word) {
  if (is_latin(word.begin[0])) return word.begin[word.size - 1] == '_' ? TokenKind::unknown : TokenKind::name;
  for (int i = 0; i < word.size; ++i) {
    if (!is_digit(word.begin[i])) return TokenKind::unknown;
  }
  return TokenKind::number;
}

constexpr bool stands_at(const Name& text, int from, const char* what) {
  for (; *what != '\0'; ++what, ++from) {
    if (from >= text.size || text.begin[from] != *what) return false;
  }
  return true;
}

// The token that begins at `from` or behind spaces there. Reads inside of the text only.
constexpr Token next_token(const Name& text, int from) {
  while (from < text.size && text.begin[from] == ' ') ++from;
  const char* begin = text.begin + from;
  if (from >= text.size) return {TokenKind::end, {text.begin + text.size, 0}};
  if (const int size = word_size(text, from); size > 0) return {word_kind({begin, size}), {begin, size}};
  if (stands_at(text, from, "...")) return {TokenKind::ellipsis, {begin, 3}};
  if (stands_at(text, from, "->")) return {TokenKind::arrow, {begin, 2}};
  const TokenKind kind = *begin == '('   ? TokenKind::open
                         : *begin == ')' ? TokenKind::close
                         : *begin == ',' ? TokenKind::comma
                                         : TokenKind::unknown;
  return {kind, {begin, 1}};
}

constexpr int end_of(const Name& text, const Token& token) {
  return static_cast<int>(token.text.begin - text.begin) + token.text.size;
}

constexpr bool has_arrow(const Name& text) {
  Token token = next_token(text, 0);
  while (token.kind != TokenKind::arrow && token.kind != TokenKind::end) token = next_token(text, end_of(text, token));
  return token.kind == TokenKind::arrow;
}

// A token and where it stands, for a sentence; characters are counted from 1.
struct TokenAt {
  const Name& pattern;
  const Name& token;
};
constexpr Sentence& operator<<(Sentence& out, const TokenAt& at) {
  return out << Quoted{at.token} << " at character " << at.token.begin - at.pattern.begin + 1;
}

// The number that a text of digits says, or 0 where that is none from 1 to what an int holds.
constexpr std::int64_t number_of(const Name& digits) {
  std::int64_t number = 0;
  for (int i = 0; i < digits.size; ++i) {
    number = number * 10 + (digits.begin[i] - '0');
    if (number > std::numeric_limits<int>::max()) return 0;
  }
  return number;
}

}  // namespace detail

}  // namespace shapeproof
