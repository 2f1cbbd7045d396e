// SPDX-License-Identifier: BSL-1.0
// How is the little JSON read that a safetensors header holds? Strictly, and from where it stands: strings are checked and
// left in place, numbers are whole ones that 64 bits hold, and every error says its byte. (A parser of all of JSON would
// keep the last of two equal keys, copy each string, lose the offsets, and cost more to include than the core.)
// JSON: RFC 8259.
// run time only: tests/io/safetensors_malformed.cpp
#pragma once

#include <string>

#include "npy_text.hpp"

namespace shapeproof::detail {

// The value of one digit, or -1.
inline int hexadecimal_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  const auto lower = static_cast<char>(letter | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The four hexadecimal digits of \u00e9, or -1.
inline std::int32_t hexadecimal(const char* at, const char* end) {
  if (end - at < 4) return -1;
  std::int32_t code = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hexadecimal_digit(at[i]);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

// Behind \u: one unit of UTF-16, or two for a code point beyond it.
inline std::int32_t take_unicode_escape(const char*& at, const char* end) {
  const std::int32_t unit = hexadecimal(at, end);
  if (unit < 0 || (unit >= 0xDC00 && unit < 0xE000)) return -1;
  at += 4;
  if (unit < 0xD800 || unit >= 0xE000) return unit;
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
  const std::int32_t low = hexadecimal(at + 2, end);
  if (low < 0xDC00 || low >= 0xE000) return -1;
  at += 6;
  return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

inline std::int32_t take_escape(const char*& at, const char* end) {
  if (at == end) return -1;
  constexpr const char* letters = "\"\\/bfnrtu";
  constexpr const char* meanings = "\"\\/\b\f\n\r\t";
  int i = 0;
  while (letters[i] != '\0' && letters[i] != *at) ++i;
  if (letters[i] == '\0') return -1;
  ++at;
  return letters[i] == 'u' ? take_unicode_escape(at, end) : meanings[i];
}

// A sequence of UTF-8 that is as short as it can be and no surrogate (RFC 3629).
inline std::int32_t take_utf8(const char*& at, const char* end) {
  const auto first = static_cast<unsigned char>(*at);
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || end - at <= more) return -1;
  std::int32_t code = first & (0x3F >> more);
  for (int i = 1; i <= more; ++i) {
    const auto next = static_cast<unsigned char>(at[i]);
    if ((next & 0xC0) != 0x80) return -1;
    code = code << 6 | (next & 0x3F);
  }
  constexpr std::int32_t least[] = {0, 0x80, 0x800, 0x10000};
  if (code < least[more] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return -1;
  at += more + 1;
  return code;
}

// The next character of what stands between quotes, its escapes resolved, or -1 where it is none.
inline std::int32_t take_code_point(const char*& at, const char* end) {
  const auto first = static_cast<unsigned char>(*at);
  if (first >= 0x80) return take_utf8(at, end);
  if (first < 0x20) return -1;
  ++at;
  return first == '\\' ? take_escape(at, end) : first;
}

// The next character of a text, or -1.
inline std::int32_t take_character(const char*& at, const char* end) {
  return static_cast<unsigned char>(*at) < 0x80 ? *at++ : take_utf8(at, end);
}

inline void append_code_point(std::string& text, std::int32_t code) {
  const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr int marks[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(marks[more] | code >> (6 * more));
  for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80 | (code >> (6 * i) & 0x3F));
}

// The text of a string that was checked.
inline std::string text_of(const Excerpt& string) {
  std::string text;
  const char* end = string.begin + string.size;
  for (const char* at = string.begin; at < end;) append_code_point(text, take_code_point(at, end));
  return text;
}

// Below 0 where `left` comes first, 0 where they are the same, however they are escaped.
inline int compare_strings(const Excerpt& left, const Excerpt& right) {
  const char* i = left.begin;
  const char* j = right.begin;
  const char* left_end = left.begin + left.size;
  const char* right_end = right.begin + right.size;
  while (i < left_end && j < right_end) {
    const std::int32_t a = take_code_point(i, left_end);
    const std::int32_t b = take_code_point(j, right_end);
    if (a != b) return a < b ? -1 : 1;
  }
  return (i < left_end ? 1 : 0) - (j < right_end ? 1 : 0);
}

// Whether that is what a string that was checked says.
inline bool says(const Excerpt& string, const std::string& text) {
  const char* at = string.begin;
  const char* end = string.begin + string.size;
  const char* other = text.data();
  const char* other_end = other + text.size();
  while (at < end && other < other_end) {
    const std::int32_t next = take_character(other, other_end);
    if (next < 0 || next != take_code_point(at, end)) return false;
  }
  return at == end && other == other_end;
}

class JsonText : public NpyText {
 public:
  using NpyText::NpyText;

  // What stands between the quotes, as it stands there.
  [[nodiscard]] Excerpt take_string(const char* wanted) {
    if (peek() != '"') throw unexpected(wanted);
    const std::int64_t opening = offset();
    const char* end = text_ + size_;
    const char* at = text_ + at_ + 1;
    while (at < end && *at != '"') {
      const char* before = at;
      if (take_code_point(at, end) < 0)
        throw file_.error_at(begin_ + (before - text_), "no JSON string holds this byte unescaped, or this escape");
    }
    if (at == end) throw file_.error_at(opening, "the quote that opens here is not closed");
    const Excerpt inner{text_ + at_ + 1, at - (text_ + at_ + 1)};
    at_ = at + 1 - text_;
    return inner;
  }

  // No sign, no fraction, no exponent.
  [[nodiscard]] std::int64_t take_whole_number(const char* wanted) {
    static_cast<void>(peek());
    const std::int64_t begin = offset();
    const Excerpt word = take_word();
    if (word.size == 0) throw unexpected(wanted);
    std::int64_t number = 0;
    if (!is_decimal(word)) throw file_.error_at(begin, word, " stands here; ", wanted, " is wanted");
    if (!to_number(word, number)) throw file_.error_at(begin, word, " is more than 64 bits hold");
    return number;
  }

  void take_or_refuse(char letter, const char* wanted) {
    if (!take(letter)) throw unexpected(wanted);
  }
};

}  // namespace shapeproof::detail
