// SPDX-License-Identifier: BSL-1.0
// What does the header of a .npy file say, and can it be true? Everything is checked against the file's length before
// any element is read.
// The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
// run time only: tests/io/npy_header.cpp
#pragma once

#include "../../storage.hpp"
#include "npy_descr.hpp"
#include "npy_magic.hpp"

namespace shapeproof::detail {

// Where the header's text stands, as the bytes before it say.
struct NpyFrame {
  int major_version = 1;
  std::int64_t text_offset = 0;
  std::int64_t text_size = 0;
};

struct NpyHeader {
  NpyElement element{};
  bool is_fortran = false;
  Extents extents{};
  std::int64_t shape_offset = 0;
  std::int64_t byte_count = 0;
  std::int64_t data_offset = 0;
};

inline std::int64_t little_endian(const unsigned char* bytes, int count) {
  std::int64_t number = 0;
  while (count > 0) number = number << 8 | bytes[--count];
  return number;
}

// From the first bytes of the file, as many of them as there are and an Opening holds.
inline NpyFrame read_npy_frame(const FileFacts& file, const Opening& opening) {
  check_magic(file, opening);
  if (opening.size < 8) throw file.error_at(opening.size, "the file ends here; a version is wanted at byte 6");
  const int major = opening.bytes[6];
  const int minor = opening.bytes[7];
  if (major < 1 || major > 3 || minor != 0) {
    throw file.error_at(6, "version ", major, '.', minor, " is not read; 1.0, 2.0 or 3.0 is wanted");
  }
  const int length_bytes = major == 1 ? 2 : 4;
  const NpyFrame frame{major, 8 + length_bytes, little_endian(opening.bytes + 8, length_bytes)};
  if (opening.size < frame.text_offset) {
    throw file.error_at(opening.size, "the file ends here; the header's length is wanted at byte 8");
  }
  if (frame.text_size == 0)
    throw file.error_at(8, "the header says it is 0 bytes long; descr, fortran_order and shape are missing");
  const std::int64_t there = file.size - frame.text_offset;
  if (frame.text_size > there) {
    throw file.error_at(8, "the header says it is ", frame.text_size, " bytes long, the file ends after ", there);
  }
  return frame;
}

// The number of one axis. Python 2 wrote 3L for 3, which NumPy reads up to version 2.0; so do we.
inline std::int64_t read_extent(NpyText& text, std::int64_t axis, bool may_end_in_l) {
  static_cast<void>(text.peek());
  const std::int64_t offset = text.offset();
  const Excerpt word = text.take_word();
  if (word.size == 0) throw text.unexpected("an extent or ')'");
  const FileFacts& file = text.file();
  if (*word.begin == '-') throw file.error_at(offset, "axis ", axis, " is ", word, "; an extent is at least 0");
  const bool ends_in_l = may_end_in_l && word.begin[word.size - 1] == 'L';
  const Excerpt digits{word.begin, word.size - (ends_in_l ? 1 : 0)};
  if (!is_decimal(digits)) throw file.error_at(offset, "axis ", axis, " is ", word, "; an extent is a whole number");
  std::int64_t number = 0;
  if (!to_number(digits, number)) throw file.error_at(offset, "axis ", axis, " is ", word, ", more than 64 bits hold");
  return number;
}

// The numbers between brackets, however many there are; the first eight are kept.
struct NpyTuple {
  Extents first{};
  std::int64_t count = 0;
  bool ends_in_comma = true;
};

inline NpyTuple read_tuple(NpyText& text, bool may_end_in_l) {
  if (!text.take('(')) throw text.unexpected("a tuple like (2, 3) for shape");
  NpyTuple tuple;
  while (!text.take(')')) {
    if (!tuple.ends_in_comma) throw text.unexpected("',' or ')' after an extent");
    const std::int64_t extent = read_extent(text, tuple.count, may_end_in_l);
    if (tuple.count < ShapeValue::max_rank) tuple.first[static_cast<int>(tuple.count)] = extent;
    ++tuple.count;
    tuple.ends_in_comma = text.take(',');
  }
  return tuple;
}

inline void read_shape(NpyText& text, bool may_end_in_l, NpyHeader& header) {
  static_cast<void>(text.peek());
  const std::int64_t offset = text.offset();
  const NpyTuple tuple = read_tuple(text, may_end_in_l);
  const FileFacts& file = text.file();
  if (tuple.count == 1 && !tuple.ends_in_comma) {
    const std::int64_t number = tuple.first[0];
    throw file.error_at(offset, '(', number, ") is a number; a shape of one axis is written (", number, ",)");
  }
  if (tuple.count > ShapeValue::max_rank) {
    throw file.error_at(offset, "the array has rank ", tuple.count, ", at most 8 are supported");
  }
  header.extents = tuple.first;
  header.extents.rank = static_cast<int>(tuple.count);
  header.shape_offset = offset;
}

inline bool read_flag(NpyText& text) {
  const char first = text.peek();
  const std::int64_t offset = text.offset();
  if (first != 'T' && first != 'F') throw text.unexpected("True or False for fortran_order");
  const Excerpt word = text.take_word();
  if (word == "True") return true;
  if (word == "False") return false;
  throw text.file().error_at(offset, "fortran_order is ", word, "; True or False is wanted");
}

inline NpyElement read_descr(NpyText& text) {
  const char first = text.peek();
  const std::int64_t offset = text.offset();
  const FileFacts& file = text.file();
  if (first == '[') throw file.error_at(offset, "the array is structured; save each field alone, as array['name']");
  return element_of(file, offset, text.take_quoted("a type of elements in quotes for descr"));
}

inline constexpr const char* npy_keys[] = {"descr", "fortran_order", "shape"};

// The key's place in npy_keys.
inline int read_key(NpyText& text) {
  static_cast<void>(text.peek());
  const std::int64_t offset = text.offset();
  const Excerpt key = text.take_quoted("a key in quotes or '}'");
  for (int i = 0; i < 3; ++i) {
    if (key == npy_keys[i]) return i;
  }
  throw text.file().error_at(offset, "the key '", key, "' is none of descr, fortran_order and shape");
}

inline void read_entry(NpyText& text, bool may_end_in_l, bool (&seen)[3], NpyHeader& header) {
  static_cast<void>(text.peek());
  const std::int64_t offset = text.offset();
  const int key = read_key(text);
  if (seen[key]) throw text.file().error_at(offset, "the key '", npy_keys[key], "' stands here for the second time");
  seen[key] = true;
  if (!text.take(':')) throw text.unexpected("':' after a key");
  if (key == 0) header.element = read_descr(text);
  else if (key == 1) header.is_fortran = read_flag(text);
  else read_shape(text, may_end_in_l, header);
}

// Every extent counts, so that no product of some of them exceeds 64 bits, though a 0 may make the whole 0.
inline std::int64_t count_bytes(const FileFacts& file, std::int64_t offset, int element_bytes, const char* type,
                                const Extents& extents) {
  std::int64_t bytes = element_bytes;
  bool is_empty = false;
  bool is_too_large = false;
  for (int axis = 0; axis < extents.rank; ++axis) {
    is_empty = is_empty || extents[axis] == 0;
    if (extents[axis] == 0) continue;
    is_too_large = is_too_large || __builtin_mul_overflow(bytes, extents[axis], &bytes);
  }
  const ShapeValue shape = extents.shape();
  if (is_too_large) throw file.error_at(offset, AsList{shape}, " of ", type, " is more bytes than 64 bits count");
  return is_empty ? 0 : bytes;
}

inline void check_data_size(const FileFacts& file, const NpyHeader& header) {
  const std::int64_t there = file.size - header.data_offset;
  if (there == header.byte_count) return;
  const ShapeValue shape = header.extents.shape();
  const Sentence data =
      sentence_of(AsList{shape}, " of ", header.element.type, " is ", header.byte_count, " bytes of data");
  if (there < header.byte_count) throw file.error_at(file.size, "the file ends here: ", data, ", there are ", there);
  const std::int64_t end = header.data_offset + header.byte_count;
  throw file.error_at(end, "the data should end here: ", data, ", there are ", there);
}

// From the text that the frame frames.
inline NpyHeader read_npy_header(const FileFacts& file, const NpyFrame& frame, const char* characters) {
  NpyText text(file, characters, frame.text_size, frame.text_offset);
  NpyHeader header;
  header.data_offset = frame.text_offset + frame.text_size;
  bool seen[3] = {};
  if (!text.take('{')) throw text.unexpected("'{'");
  while (!text.take('}')) {
    read_entry(text, frame.major_version <= 2, seen, header);
    if (text.peek() != '}' && !text.take(',')) throw text.unexpected("',' or '}' after a value");
  }
  for (int i = 0; i < 3; ++i) {
    if (!seen[i]) throw file.error_at(text.offset() - 1, "the header ends without the key '", npy_keys[i], '\'');
  }
  if (!text.is_at_end()) throw text.unexpected("nothing more after '}'");
  const ElementType type = header.element.type;
  header.byte_count = count_bytes(file, header.shape_offset, bytes_of(type), name_of(type), header.extents);
  check_data_size(file, header);
  return header;
}

// As NumPy writes it: version 1.0, room for the first extent to grow, and data from a multiple of 64 bytes on. Eight
// extents need less than the 65535 bytes that version 1.0 allows, so no later version is ever written.
inline Sentence npy_header_for(ElementType type, const Extents& extents) {
  const ShapeValue shape = extents.shape();
  // not a sentence: a file format
  Sentence text =
      sentence_of("{'descr': '", npy_order_of(type), npy_code_of(type), "', 'fortran_order': False, 'shape': (");
  write_extents(text, shape, ", ") << (extents.rank == 1 ? ",), }" : "), }");
  if (extents.rank > 0) {
    constexpr std::size_t room = 21;
    for (std::size_t digits = sentence_of(extents[0]).size(); digits < room; ++digits) text << ' ';
  }
  constexpr std::size_t frame_bytes = 10;
  // NumPy adds 64 blanks where none are needed.
  const std::size_t blanks = 64 - (frame_bytes + text.size() + 1) % 64;
  for (std::size_t i = 0; i < blanks; ++i) text << ' ';
  text << '\n';
  const auto low = static_cast<char>(text.size() % 256);
  const auto high = static_cast<char>(text.size() / 256);
  Sentence whole = sentence_of("\x93NUMPY", '\1', '\0', low, high);
  // The sentence in front holds a zero: it is no text that << would take as a whole.
  return whole << text;
}

}  // namespace shapeproof::detail
