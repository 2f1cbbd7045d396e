// SPDX-License-Identifier: BSL-1.0
// How is the text of a .npy header read? It is a dict in Python's notation, of which NumPy writes little: quoted names,
// True and False, tuples of numbers. NpyText reads those, and says at which byte it found something else.
// run time only: tests/io/npy_header.cpp
#pragma once

#include "../file_error.hpp"

namespace shapeproof::detail {

// Characters of the header, not necessarily printable.
struct Excerpt {
  const char* begin = nullptr;
  std::int64_t size = 0;

  [[nodiscard]] bool operator==(const char* text) const {
    std::int64_t i = 0;
    while (i < size && text[i] != '\0' && text[i] == begin[i]) ++i;
    return i == size && text[i] == '\0';
  }
  [[nodiscard]] Excerpt from(std::int64_t first) const { return {begin + first, size - first}; }
};

inline void write_printable(Sentence& out, char letter) {
  const auto code = static_cast<unsigned char>(letter);
  constexpr const char* digits = "0123456789abcdef";
  if (code >= 0x20 && code < 0x7F) out << letter;
  else out << "\\x" << digits[code / 16] << digits[code % 16];
}

inline Sentence& operator<<(Sentence& out, const Excerpt& excerpt) {
  constexpr std::int64_t most = 40;
  for (std::int64_t i = 0; i < excerpt.size && i < most; ++i) write_printable(out, excerpt.begin[i]);
  return excerpt.size > most ? out << "..." : out;
}

// As Python and JSON read whole numbers: no sign, no point, and no 0 in front.
inline bool is_decimal(const Excerpt& word) {
  for (std::int64_t i = 0; i < word.size; ++i) {
    if (word.begin[i] < '0' || word.begin[i] > '9') return false;
  }
  return word.size == 1 || (word.size > 1 && *word.begin != '0');
}

// Whether 64 bits hold it.
inline bool to_number(const Excerpt& digits, std::int64_t& number) {
  number = 0;
  for (std::int64_t i = 0; i < digits.size; ++i) {
    if (__builtin_mul_overflow(number, 10, &number)) return false;
    if (__builtin_add_overflow(number, digits.begin[i] - '0', &number)) return false;
  }
  return true;
}

class NpyText {
 public:
  // `begin` is the byte of the file at which the header's text begins.
  NpyText(const FileFacts& file, const char* text, std::int64_t size, std::int64_t begin)
      : file_(file), text_(text), size_(size), begin_(begin) {}

  [[nodiscard]] const FileFacts& file() const { return file_; }
  // Of the byte that is read next.
  [[nodiscard]] std::int64_t offset() const { return begin_ + at_; }
  // The next character behind blanks; a blank at the end of the text.
  [[nodiscard]] char peek() {
    while (at_ < size_ && is_blank(text_[at_])) ++at_;
    return at_ < size_ ? text_[at_] : ' ';
  }
  [[nodiscard]] bool take(char letter) {
    if (peek() != letter) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool is_at_end() {
    static_cast<void>(peek());
    return at_ == size_;
  }
  [[nodiscard]] FileError unexpected(const char* wanted) {
    if (is_at_end()) return file_.error_at(offset(), "the header ends here; ", wanted, " is wanted");
    return file_.error_at(offset(), '\'', Excerpt{text_ + at_, 1}, "' stands here; ", wanted, " is wanted");
  }

  // What stands in single or double quotes. No name in a header needs an escape, so none is read.
  [[nodiscard]] Excerpt take_quoted(const char* wanted) {
    const char quote = peek();
    if (quote != '\'' && quote != '"') throw unexpected(wanted);
    std::int64_t end = at_ + 1;
    while (end < size_ && text_[end] != quote && text_[end] != '\\' && text_[end] != '\n') ++end;
    if (end == size_ || text_[end] != quote) throw file_.error_at(offset(), "the quote that opens here is not closed");
    const Excerpt inner{text_ + at_ + 1, end - at_ - 1};
    at_ = end + 1;
    return inner;
  }
  // Letters, digits, and what else a number may be written with; nothing where none of them comes next.
  [[nodiscard]] Excerpt take_word() {
    static_cast<void>(peek());
    const std::int64_t first = at_;
    while (at_ < size_ && is_in_word(text_[at_])) ++at_;
    return {text_ + first, at_ - first};
  }

 protected:
  static bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r'; }
  static bool is_in_word(char letter) {
    const auto lower = static_cast<char>(letter | 0x20);
    return (lower >= 'a' && lower <= 'z') || (letter >= '0' && letter <= '9') || letter == '+' || letter == '-' ||
           letter == '.' || letter == '_';
  }

  const FileFacts& file_;
  const char* text_;
  std::int64_t size_;
  std::int64_t begin_;
  std::int64_t at_ = 0;
};

}  // namespace shapeproof::detail
