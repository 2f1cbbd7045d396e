// SPDX-License-Identifier: BSL-1.0
// What does the header of a .safetensors file say of one tensor? Its three keys, each once, in any order:
//   "fc.weight": {"dtype": "F32", "shape": [10, 84], "data_offsets": [0, 3360]}
// run time only: tests/io/safetensors_malformed.cpp
#pragma once

#include "../../storage.hpp"
#include "npy_header.hpp"
#include "safetensors_types.hpp"

namespace shapeproof::detail {

// 32 bytes, which is less than any entry's text: a header's table is never longer than the header.
struct SafetensorsEntry {
  std::uint32_t name_begin = 0;  // in the header's text, between the quotes
  std::uint32_t name_size = 0;
  std::uint32_t shape_begin = 0;  // behind the bracket
  std::uint8_t type = 0;
  std::uint8_t rank = 0;
  std::int64_t begin = 0;  // of its elements, from the first byte behind the header
  std::int64_t end = 0;
};

inline constexpr std::int64_t safetensors_frame = 8;

// Reads in the JSON of a header, which must stay where it is.
class SafetensorsJson {
 public:
  SafetensorsJson(const FileFacts& file, const char* text, std::int64_t size) : file_(file), text_(text), size_(size) {}

  [[nodiscard]] JsonText text_from(std::int64_t begin) const {
    return {file_, text_ + begin, size_ - begin, safetensors_frame + begin};
  }
  [[nodiscard]] std::int64_t place_of(const JsonText& text) const { return text.offset() - safetensors_frame; }
  [[nodiscard]] std::uint32_t begin_of(const Excerpt& excerpt) const {
    return static_cast<std::uint32_t>(excerpt.begin - text_);
  }
  [[nodiscard]] std::int64_t offset_of(const Excerpt& excerpt) const {
    return safetensors_frame + (excerpt.begin - text_);
  }
  [[nodiscard]] Excerpt name_of(const SafetensorsEntry& entry) const {
    return {text_ + entry.name_begin, entry.name_size};
  }
  [[nodiscard]] Extents extents_of(const SafetensorsEntry& entry) const {
    JsonText text(file_, text_ + entry.shape_begin, size_ - entry.shape_begin, safetensors_frame + entry.shape_begin);
    Extents extents;
    read_numbers(text, extents);
    return extents;
  }
  [[nodiscard]] FileError repeated(const Excerpt& key) const {
    return file_.error_at(offset_of(key), "the key '", key, "' stands here for the second time");
  }

  // read(key) reads the value of each key of an object.
  template <class Read>
  static void for_each_key(JsonText& text, const Read& read) {
    text.take_or_refuse('{', "'{'");
    if (text.take('}')) return;
    do {
      const Excerpt key = text.take_string("a key in double quotes");
      text.take_or_refuse(':', colon_wanted);
      read(key);
    } while (text.take(','));
    text.take_or_refuse('}', value_end_wanted);
  }

  [[nodiscard]] SafetensorsEntry read_entry(JsonText& text, const Excerpt& name) const {
    SafetensorsEntry entry;
    entry.name_begin = begin_of(name);
    entry.name_size = static_cast<std::uint32_t>(name.size);
    Extents extents;
    std::int64_t offsets_at = 0;
    bool seen[3] = {};
    for_each_key(text, [&](const Excerpt& key) {
      const int which = key_number(key, name);
      if (seen[which]) throw repeated(key);
      seen[which] = true;
      if (which == 0) entry.type = read_type(text);
      else if (which == 1) read_shape(text, entry, extents);
      else offsets_at = read_offsets(text, entry);
    });
    for (int i = 0; i < 3; ++i) {
      if (!seen[i]) throw file_.error_at(offset_of(name), '\'', name, "' has no ", keys[i]);
    }
    check_size(name, entry, extents, offsets_at);
    return entry;
  }

 private:
  static constexpr const char* colon_wanted = "':' after a key";
  static constexpr const char* value_end_wanted = "',' or '}' after a value";
  static constexpr const char* shape_wanted = "a list like [2, 3] for shape";
  static constexpr const char* number_end_wanted = "',' or ']' after a number";
  static constexpr const char* offsets_wanted = "a list like [0, 24] for data_offsets";
  static constexpr const char* comma_wanted = "',' between two data_offsets";
  static constexpr const char* offsets_end_wanted = "']' after two data_offsets";
  static constexpr const char* keys[] = {"dtype", "shape", "data_offsets"};

  [[nodiscard]] int key_number(const Excerpt& key, const Excerpt& name) const {
    for (int i = 0; i < 3; ++i) {
      if (key == keys[i]) return i;
    }
    throw file_.error_at(offset_of(key), "the key '", key, "' of '", name,
                         "' is none of dtype, shape and data_offsets");
  }

  std::uint8_t read_type(JsonText& text) const {
    const Excerpt name = text.take_string("a type of elements like \"F32\"");
    const int type = find_safetensors_type(name);
    if (type < 0) throw file_.error_at(offset_of(name), "the dtype '", name, "' is not known; one like F32 is wanted");
    return static_cast<std::uint8_t>(type);
  }

  // The numbers behind a bracket; the first eight are kept.
  static std::int64_t read_numbers(JsonText& text, Extents& extents) {
    std::int64_t count = 0;
    if (text.take(']')) return count;
    do {
      const std::int64_t number = text.take_whole_number("an extent, a whole number of at least 0,");
      if (count < ShapeValue::max_rank) extents[static_cast<int>(count)] = number;
      ++count;
    } while (text.take(','));
    text.take_or_refuse(']', number_end_wanted);
    extents.rank = count < ShapeValue::max_rank ? static_cast<int>(count) : ShapeValue::max_rank;
    return count;
  }

  void read_shape(JsonText& text, SafetensorsEntry& entry, Extents& extents) const {
    text.take_or_refuse('[', shape_wanted);
    entry.shape_begin = static_cast<std::uint32_t>(place_of(text));
    const std::int64_t rank = read_numbers(text, extents);
    if (rank > ShapeValue::max_rank)
      throw file_.error_at(safetensors_frame + entry.shape_begin, "the tensor has rank ", rank,
                           ", at most 8 are supported");
    entry.rank = static_cast<std::uint8_t>(rank);
  }

  std::int64_t read_offsets(JsonText& text, SafetensorsEntry& entry) const {
    text.take_or_refuse('[', offsets_wanted);
    const std::int64_t offset = text.offset();
    entry.begin = text.take_whole_number("where the elements begin");
    text.take_or_refuse(',', comma_wanted);
    entry.end = text.take_whole_number("where the elements end");
    text.take_or_refuse(']', offsets_end_wanted);
    return offset;
  }

  void check_size(const Excerpt& name, const SafetensorsEntry& entry, const Extents& extents,
                  std::int64_t offset) const {
    if (entry.end < entry.begin)
      throw file_.error_at(offset, '\'', name, "' ends at ", entry.end, ", before it begins at ", entry.begin);
    const SafetensorsType& type = safetensors_types[entry.type];
    const std::int64_t bytes = count_bytes(file_, offset_of(name), type.bytes, type.meaning, extents);
    if (bytes == entry.end - entry.begin) return;
    const ShapeValue shape = extents.shape();
    throw file_.error_at(offset, '\'', name, "' is ", AsList{shape}, " of ", type.meaning, ", ", bytes,
                         " bytes, and data_offsets hold ", entry.end - entry.begin);
  }

  FileFacts file_;
  const char* text_;
  std::int64_t size_;
};

}  // namespace shapeproof::detail
