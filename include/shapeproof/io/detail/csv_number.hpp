// SPDX-License-Identifier: BSL-1.0
// Which number does a field of a CSV file hold? Exactly one, as std::from_chars reads it, with blanks around it or none.
// run time only: tests/io/csv.cpp
#pragma once

#include <charconv>
#include <system_error>

#include "../../detail/decimal.hpp"
#include "../../element.hpp"
#include "csv_text.hpp"

namespace shapeproof::detail {

// What a field can hold: every element type but bool and the complex ones.
template <class T>
concept CsvNumber = Element<T> && !std::is_same_v<T, bool> && !ComplexLike<T>;

inline Excerpt trimmed(Excerpt text) {
  const auto is_blank = [](char letter) { return letter == ' ' || letter == '\t'; };
  while (text.size > 0 && is_blank(*text.begin)) text = text.from(1);
  while (text.size > 0 && is_blank(text.begin[text.size - 1])) --text.size;
  return text;
}

// Whether `text` is a number, all of it.
template <class T>
std::errc read_number(const Excerpt& text, T& number) {
  const auto [end, status] = std::from_chars(text.begin, text.begin + text.size, number);
  return status == std::errc() && end != text.begin + text.size ? std::errc::invalid_argument : status;
}
inline std::errc read_number(const Excerpt& text, half& number) {
  float value = 0;
  const std::errc status = read_number(text, value);
  number = half(value);
  const bool is_too_large = is_finite(static_cast<double>(value)) && !is_finite(static_cast<double>(float(number)));
  return status == std::errc() && is_too_large ? std::errc::result_out_of_range : status;
}

inline bool is_number(const Excerpt& text) {
  double number = 0;
  return read_number(trimmed(text), number) == std::errc();
}

inline bool holds(const Excerpt& text, char letter) {
  for (std::int64_t i = 0; i < text.size; ++i) {
    if (text.begin[i] == letter) return true;
  }
  return false;
}

// Why a field is none; what to do about it.
inline Sentence number_hint(const Excerpt& text, ElementType type, std::int64_t columns) {
  constexpr struct {
    char letter;
    const char* written;
  } separators[] = {{';', ";"}, {'\t', "\\t"}, {'|', "|"}, {' ', " "}, {',', ","}};
  for (const auto& separator : separators) {
    if (columns > 1 || !holds(text, separator.letter)) continue;
    return sentence_of("; does '", separator.written, "' separate fields? CsvOptions{.separator = '", separator.written,
                       "'} says so");
  }
  const bool is_unsigned = type >= ElementType::uint8 && type <= ElementType::uint64;
  if (is_unsigned && is_number(text) && *text.begin == '-')
    return sentence_of("; a whole number of at least 0 is wanted for ", type);
  if (!is_floating(type) && is_number(text)) return sentence_of("; a whole number is wanted for ", type);
  if (holds(text, ',')) return sentence_of("; a decimal point is wanted");
  if (*text.begin == '+' && is_number(text.from(1))) return sentence_of("; the + is to be left out");
  return is_floating(type) ? sentence_of("; nan is read where a number is missing") : Sentence();
}

template <CsvNumber T>
T number_in(const CsvText& csv, const CsvField& field, std::int64_t columns) {
  const Excerpt text = trimmed(field.text);
  if (text.size == 0) throw csv.error_at(field, "the field is empty; a number is wanted");
  T number{};
  const std::errc status = read_number(text, number);
  if (status == std::errc()) return number;
  if (status == std::errc::result_out_of_range) throw csv.error_at(field, text, " does not fit ", element_type<T>);
  throw csv.error_at(field, '"', text, "\" is no number", number_hint(text, element_type<T>, columns));
}

}  // namespace shapeproof::detail
