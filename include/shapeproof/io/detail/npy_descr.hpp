// SPDX-License-Identifier: BSL-1.0
// Which elements does a .npy header mean by '<f4', and how is float32 written there?
// The codes: https://numpy.org/doc/stable/reference/arrays.interface.html
// run time only: tests/io/npy_header.cpp
#pragma once

#include "npy_text.hpp"

namespace shapeproof::detail {

struct NpyElement {
  ElementType type = ElementType::boolean;
  bool is_big_endian = false;
};

// In the order of ElementType.
inline constexpr const char* npy_codes[element_type_count] = {"b1", "i1", "i2", "i4", "i8", "u1", "u2",
                                                              "u4", "u8", "f2", "f4", "f8", "c8", "c16"};

// As this library writes it: '|' where there is no order of bytes, else '<', the lowest byte first.
inline char npy_order_of(ElementType type) { return bytes_of(type) == 1 ? '|' : '<'; }
inline const char* npy_code_of(ElementType type) { return npy_codes[static_cast<int>(type)]; }

// What stands for elements that no tensor holds, and what to save instead.
inline const char* foreign_elements(char kind) {
  switch (kind) {
    case 'O':
      return "Python objects; if they are numbers, array.astype('float32') can be saved and read";
    case 'S':
    case 'a':
      return "byte strings; if they spell numbers, array.astype('float32') can be saved and read";
    case 'U':
      return "text; if it spells numbers, array.astype('float32') can be saved and read";
    case 'M':
      return "dates; array.astype('int64') can be saved and read";
    case 'm':
      return "spans of time; array.astype('int64') can be saved and read";
    case 'V':
      return "raw bytes (bfloat16 is saved so); array.astype('float32') can be saved and read";
    case 'f':
      return "floats that no tensor holds; array.astype('float64') can be saved and read";
    case 'c':
      return "complex numbers that no tensor holds; array.astype('complex128') can be saved and read";
    default:
      return "";
  }
}

inline bool is_byte_order(char letter) { return letter == '<' || letter == '>' || letter == '|' || letter == '='; }

// The place in npy_codes, or -1.
inline int find_npy_code(const Excerpt& code) {
  for (int i = 0; i < element_type_count; ++i) {
    if (code == npy_codes[i]) return i;
  }
  return -1;
}

inline NpyElement element_of(const FileFacts& file, std::int64_t offset, const Excerpt& descr) {
  const bool has_order = descr.size > 0 && is_byte_order(*descr.begin);
  const char order = has_order ? *descr.begin : '\0';
  const Excerpt code = descr.from(has_order ? 1 : 0);
  if (const int found = find_npy_code(code); found >= 0) {
    const auto type = static_cast<ElementType>(found);
    if (order == '<' || order == '>' || (order == '|' && bytes_of(type) == 1)) return {type, order == '>'};
    throw file.error_at(offset, '\'', descr, "' leaves the order of bytes open; '<", code, "' or '>", code,
                        "' is wanted");
  }
  const char* elements = code.size > 0 ? foreign_elements(*code.begin) : "";
  if (*elements != '\0') throw file.error_at(offset, '\'', descr, "' stands for ", elements);
  throw file.error_at(offset, '\'', descr, "' is no type of elements; one like '<f4' is wanted");
}

}  // namespace shapeproof::detail
