// SPDX-License-Identifier: BSL-1.0
// How is the text of a CSV file taken apart? Into fields, as RFC 4180 says: separators, quotes, lines that end in LF or
// CRLF. CsvText says at which byte, in which line and column something else stands.
// run time only: tests/io/csv.cpp
#pragma once

#include <string>

#include "file_kind.hpp"
#include "npy_text.hpp"

namespace shapeproof::detail {

// What stands between two separators, without its quotes. Quotes inside may still be doubled.
struct CsvField {
  Excerpt text{};
  std::int64_t offset = 0;  // of its first byte, a quote perhaps
  std::int64_t line = 1;
  std::int64_t column = 1;
  bool has_doubled_quotes = false;
  bool is_last = false;  // of its line
};

inline std::string text_of(const CsvField& field) {
  std::string text;
  for (std::int64_t i = 0; i < field.text.size; ++i) {
    text += field.text.begin[i];
    if (field.has_doubled_quotes && field.text.begin[i] == '"') ++i;
  }
  return text;
}

class CsvText {
 public:
  CsvText(const FileFacts& file, const char* text, std::int64_t size, char separator)
      : file_(file), text_(text), size_(size), separator_(separator) {
    const bool has_mark = size >= 3 && text[0] == '\xef' && text[1] == '\xbb' && text[2] == '\xbf';
    if (has_mark) at_ = 3;
  }

  [[nodiscard]] bool is_at_end() const { return at_ == size_; }
  [[nodiscard]] std::int64_t offset() const { return at_; }

  // The next field; behind the last one of a line, the first of the next.
  CsvField take_field() {
    CsvField field;
    field.offset = at_;
    field.line = line_;
    field.column = ++column_;
    if (at_ < size_ && text_[at_] == '"') take_quoted(field);
    else take_plain(field);
    field.is_last = take_end_of_line(field);
    return field;
  }

  template <class... Parts>
  [[nodiscard]] FileError error_at(const CsvField& field, const Parts&... parts) const {
    return file_.error_at(field.offset, "line ", field.line, ", column ", field.column, ": ", parts...);
  }
  template <class... Parts>
  [[nodiscard]] FileError error_in_line(const CsvField& last, const Parts&... parts) const {
    return file_.error_at(last.offset, "line ", last.line, ": ", parts...);
  }

 private:
  void take_plain(CsvField& field) {
    while (at_ < size_ && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
      if (text_[at_] == '"') {
        throw error_at(field, "a quote stands inside; the whole field is to be quoted, and this quote doubled");
      }
      ++at_;
    }
    field.text = {text_ + field.offset, at_ - field.offset};
  }
  void take_quoted(CsvField& field) {
    const std::int64_t first = ++at_;
    for (; at_ < size_ && !is_closing(); ++at_) {
      line_ += text_[at_] == '\n' ? 1 : 0;
      if (text_[at_] != '"') continue;
      field.has_doubled_quotes = true;
      ++at_;
    }
    if (at_ == size_) throw error_at(field, "the quote that opens here is not closed");
    field.text = {text_ + first, at_ - first};
    ++at_;
  }
  [[nodiscard]] bool is_closing() const { return text_[at_] == '"' && (at_ + 1 == size_ || text_[at_ + 1] != '"'); }

  // Whether the field was the last one of its line. A separator leads to another field, even at the end of the file.
  bool take_end_of_line(const CsvField& field) {
    if (at_ < size_ && text_[at_] == separator_) {
      ++at_;
      return false;
    }
    if (at_ < size_ && text_[at_] == '\r') {
      if (at_ + 1 == size_ || text_[at_ + 1] != '\n') {
        throw error_at(field, "a carriage return without a line feed ends it; lines end in LF or CRLF");
      }
      ++at_;
    }
    if (at_ < size_ && text_[at_] != '\n') {
      throw error_at(field, '\'', Excerpt{text_ + at_, 1}, "' stands behind the closing quote; a separator is wanted");
    }
    at_ += at_ < size_ ? 1 : 0;
    ++line_;
    column_ = 0;
    return true;
  }

  FileFacts file_;
  const char* text_;
  std::int64_t size_;
  char separator_;
  std::int64_t at_ = 0;
  std::int64_t line_ = 1;
  std::int64_t column_ = 0;
};

}  // namespace shapeproof::detail
