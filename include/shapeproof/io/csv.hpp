// SPDX-License-Identifier: BSL-1.0
// How are tables of numbers read? load_csv reads CSV as RFC 4180 has it: a line of column names, then lines of numbers.
//   auto [values, columns] = load_csv<float, Shape<N, 4>>("iris.csv");
//   auto ages = load_csv<int, Shape<N>>("people.csv", {.columns = {"age"}}).values;
// run time only: tests/io/csv.cpp
#pragma once

#include "../message.hpp"

#include <string>
#include <vector>

#include "detail/csv_number.hpp"
#include "detail/file_door.hpp"

namespace shapeproof {

// How a file of comma-separated values is written.
struct CsvOptions {
  std::vector<std::string> columns = {};  // which ones, in the order wanted; none for all of them
  char separator = ',';                   // between the columns
  bool has_header = true;                 // whether the first line names the columns
};

// What load_csv returns: the values and the columns' names.
template <Element T, AnyShape S>
struct CsvTable {
  Tensor<T, S> values;               // [rows, columns]
  std::vector<std::string> columns;  // the names, or none without a header
};

namespace detail {

inline Buffer read_csv_text(const InputFile& file) {
  const Opening opening = read_opening(file);
  bool is_binary = opening.size == 0;
  for (std::int64_t i = 0; i < opening.size; ++i) {
    const unsigned char byte = opening.bytes[i];
    is_binary = is_binary || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
  }
  if (is_binary) throw_other_kind(file.facts(), opening, "a CSV file begins with a line of column names");
  Buffer text = Buffer::allocate(static_cast<std::size_t>(file.facts().size));
  file.read_at(0, text.data(), file.facts().size);
  return text;
}

inline void check_csv_name(const CsvText& csv, const CsvField& field, const std::vector<std::string>& before) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] != text_of(field)) continue;
    throw csv.error_at(field, "the name \"", field.text, "\" stands here again, as in column ", i + 1);
  }
}

inline std::vector<std::string> read_csv_names(CsvText& csv) {
  std::vector<std::string> names;
  bool are_numbers = true;
  CsvField field;
  do {
    field = csv.take_field();
    if (field.text.size == 0) throw csv.error_at(field, "the column has no name");
    check_csv_name(csv, field, names);
    are_numbers = are_numbers && is_number(field.text);
    names.push_back(text_of(field));
  } while (!field.is_last);
  if (are_numbers) {
    throw csv.error_in_line(field, "numbers stand where names of columns are wanted; CsvOptions{.has_header = false} ",
                            "reads them as numbers");
  }
  return names;
}

inline std::int64_t count_csv_columns(CsvText csv) {
  std::int64_t count = 1;
  while (!csv.take_field().is_last) ++count;
  return count;
}

inline Sentence list_of(const std::vector<std::string>& names) {
  Sentence list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (list.size() > 100) return list << ", ...";
    list << (i == 0 ? "" : ", ") << Excerpt{names[i].data(), static_cast<std::int64_t>(names[i].size())};
  }
  return list;
}

// Which columns go where: for each column of the file the place in the result, or -1.
struct CsvPlan {
  std::vector<std::string> names;
  std::vector<std::int64_t> places;
  std::int64_t width = 0;
};

inline std::size_t find_csv_column(const FileFacts& file, const std::vector<std::string>& names,
                                   const std::string& wanted) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == wanted) return i;
  }
  const Excerpt name{wanted.data(), static_cast<std::int64_t>(wanted.size())};
  if (names.empty()) throw file.error("there is no column \"", name, "\": columns have no names without a header");
  throw file.error("there is no column \"", name, "\"; there are ", list_of(names));
}

inline CsvPlan plan_csv(const FileFacts& file, std::vector<std::string> names, std::int64_t columns,
                        const std::vector<std::string>& wanted) {
  CsvPlan plan{wanted, std::vector<std::int64_t>(static_cast<std::size_t>(columns), -1), 0};
  for (const std::string& name : wanted) {
    std::int64_t& place = plan.places[find_csv_column(file, names, name)];
    if (place >= 0) throw file.error("CsvOptions::columns names ", name.c_str(), " twice");
    place = plan.width++;
  }
  if (!wanted.empty()) return plan;
  for (std::int64_t& place : plan.places) place = plan.width++;
  plan.names = std::move(names);
  return plan;
}

// One line, checked to the last field before the next line is looked at.
template <class T>
void read_csv_row(CsvText& csv, const CsvPlan& plan, T* row) {
  const auto columns = static_cast<std::int64_t>(plan.places.size());
  CsvField field;
  do {
    field = csv.take_field();
    if (field.column == 1 && field.is_last && field.text.size == 0 && columns > 1) {
      throw csv.error_in_line(field, "the line is empty; ", columns, " fields are wanted, as in the first line");
    }
    if (field.column > columns) break;
    const std::int64_t place = plan.places[static_cast<std::size_t>(field.column - 1)];
    if (place >= 0) row[place] = number_in<T>(csv, field, columns);
  } while (!field.is_last);
  if (field.column == columns) return;
  const std::int64_t there = field.is_last ? field.column : columns;
  throw csv.error_in_line(field, "the line has ", field.is_last ? "" : "more than ", there,
                          there == 1 ? " field; " : " fields; ", columns, " are wanted, as in the first line");
}

// How many lines of so many fields, with a separator behind each, are left at most; and one that is too short.
inline std::int64_t most_csv_rows(const char* text, std::int64_t first, std::int64_t size, std::int64_t columns) {
  std::int64_t lines = 1;
  for (std::int64_t i = first; i < size; ++i) lines += text[i] == '\n' ? 1 : 0;
  const std::int64_t fitting = (size - first + 1) / columns + 1;
  return lines < fitting ? lines : fitting;
}

struct Csv {
  AnyTensor values;
  std::vector<std::string> columns;
};

template <CsvNumber T>
Csv load_csv(const InputFile& file, const CsvOptions& options) {
  const std::int64_t size = file.facts().size;
  const Buffer text = read_csv_text(file);
  const auto* characters = static_cast<const char*>(text.data());
  CsvText csv(file.facts(), characters, size, options.separator);
  const std::int64_t columns = count_csv_columns(csv);
  std::vector<std::string> names = options.has_header ? read_csv_names(csv) : std::vector<std::string>();
  CsvPlan plan = plan_csv(file.facts(), std::move(names), columns, options.columns);
  const std::int64_t most = most_csv_rows(characters, csv.offset(), size, columns);
  Buffer elements = Buffer::allocate(static_cast<std::size_t>(most * plan.width) * sizeof(T));
  auto* next = static_cast<T*>(elements.data());
  std::int64_t rows = 0;
  for (; !csv.is_at_end(); ++rows, next += plan.width) read_csv_row(csv, plan, next);
  elements.set_origin(sentence_of(ShownPath{file.facts().path}).c_str());
  const void* data = elements.data();
  return {AnyTensor(element_type<T>, Extents(ShapeValue(rows, plan.width)), std::move(elements), data),
          std::move(plan.names)};
}

}  // namespace detail

// Numbers of any type but bool and complex; names may be quoted, numbers too. A single column may be taken as rank 1.
// Throws FileError, which names line and column, or ShapeError. The elements take at most sizeof(T) / 2 times the file's
// length, and a line.
template <Element T, AnyShape S>
  requires detail::CsvNumber<T>
CsvTable<T, S> load_csv(const Path& path, const CsvOptions& options = {}) {
  detail::Csv csv = detail::load_csv<T>(detail::InputFile(path), options);
  Sentence subject = sentence_of(detail::ShownPath{path.c_str()});
  if (!csv.columns.empty()) subject << " (" << detail::list_of(csv.columns) << ')';
  return {detail::open_file_door<T, S>(csv.values, subject, {"load_csv", true}), std::move(csv.columns)};
}

}  // namespace shapeproof
