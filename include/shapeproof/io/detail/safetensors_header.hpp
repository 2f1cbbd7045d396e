// SPDX-License-Identifier: BSL-1.0
// What does the header of a .safetensors file say, and can it be true? A number of 8 bytes, so many bytes of JSON, then the
// elements of all tensors, one behind the other: none twice, none shared, no byte between them and none behind the last.
//   {"fc.weight": {"dtype": "F32", "shape": [10, 84], "data_offsets": [0, 3360]}, "__metadata__": {"format": "pt"}}
// The format: https://github.com/huggingface/safetensors#format
// run time only: tests/io/safetensors_malformed.cpp
#pragma once

#include <algorithm>
#include <vector>

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
// The same that the format's own library reads.
inline constexpr std::int64_t most_safetensors_header = 100'000'000;

// How long the JSON is.
inline std::int64_t safetensors_text_size(const FileFacts& file, const Opening& opening) {
  if (opening.size < safetensors_frame)
    throw file.error_at(opening.size,
                        "the file ends here; a safetensors file begins with 8 bytes that say its header's length");
  std::uint64_t size = 0;
  for (int i = 7; i >= 0; --i) size = size << 8 | opening.bytes[i];
  const auto there = static_cast<std::uint64_t>(file.size - safetensors_frame);
  if (opening.size > safetensors_frame && opening.bytes[8] != '{') {
    const char* kind = kind_of(opening, file.size);
    if (*kind != '\0') throw file.error_at(0, "this is ", kind);
    throw file.error_at(8, "this is no safetensors file: '",
                        Excerpt{reinterpret_cast<const char*>(opening.bytes + 8), 1},
                        "' stands here; the '{' of its header is wanted");
  }
  if (size > there)
    throw file.error_at(0, "the header is said to be ", size, " bytes long, the file ends after ", there);
  if (size > most_safetensors_header)
    throw file.error_at(0, "the header is said to be ", size, " bytes long; at most ", most_safetensors_header,
                        " are read");
  if (size < 2) throw file.error_at(0, "the header is said to be ", size, " bytes long; {} is the shortest");
  return static_cast<std::int64_t>(size);
}

class SafetensorsHeader {
 public:
  // `text` is the header's JSON, which must stay where it is.
  SafetensorsHeader(const FileFacts& file, const char* text, std::int64_t size)
      : file_(file), text_(text), size_(size) {
    read_entries();
    check_names();
    check_places();
  }

  // In the order of their elements in the file.
  [[nodiscard]] const std::vector<SafetensorsEntry>& entries() const { return entries_; }
  [[nodiscard]] Excerpt name_of(const SafetensorsEntry& entry) const {
    return {text_ + entry.name_begin, entry.name_size};
  }
  // Of the first element in the file.
  [[nodiscard]] std::int64_t data_offset() const { return safetensors_frame + size_; }
  [[nodiscard]] Extents extents_of(const SafetensorsEntry& entry) const {
    JsonText text(file_, text_ + entry.shape_begin, size_ - entry.shape_begin, safetensors_frame + entry.shape_begin);
    Extents extents;
    read_numbers(text, extents);
    return extents;
  }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> metadata() const {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (metadata_begin_ < 0) return pairs;
    JsonText text = text_from(metadata_begin_);
    for_each_key(text, [&](const Excerpt& key) { pairs.emplace_back(text_of(key), text_of(text.take_string(""))); });
    return pairs;
  }
  // nullptr where none has that name.
  [[nodiscard]] const SafetensorsEntry* find(const std::string& name) const {
    for (const SafetensorsEntry& entry : entries_) {
      if (says(name_of(entry), name)) return &entry;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] JsonText text_from(std::int64_t begin) const {
    return {file_, text_ + begin, size_ - begin, safetensors_frame + begin};
  }
  [[nodiscard]] std::int64_t place_of(const JsonText& text) const { return text.offset() - safetensors_frame; }
  [[nodiscard]] std::int64_t offset_of(const Excerpt& excerpt) const {
    return safetensors_frame + (excerpt.begin - text_);
  }

  static constexpr const char* colon_wanted = "':' after a key";
  static constexpr const char* value_end_wanted = "',' or '}' after a value";
  static constexpr const char* shape_wanted = "a list like [2, 3] for shape";
  static constexpr const char* number_end_wanted = "',' or ']' after a number";
  static constexpr const char* offsets_wanted = "a list like [0, 24] for data_offsets";
  static constexpr const char* comma_wanted = "',' between two data_offsets";
  static constexpr const char* offsets_end_wanted = "']' after two data_offsets";

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

  void read_entries() {
    // As many as the text has room for.
    constexpr std::int64_t shortest = sizeof R"("":{"dtype":"U8","shape":[],"data_offsets":[0,0]})";
    entries_.reserve(static_cast<std::size_t>(size_ / shortest + 1));
    JsonText text = text_from(0);
    for_each_key(text, [&](const Excerpt& key) {
      if (compare_strings(key, {"__metadata__", 12}) == 0) read_metadata(text, key);
      else read_entry(text, key);
    });
    if (!text.is_at_end()) throw text.unexpected("nothing more but blanks");
  }

  void read_metadata(JsonText& text, const Excerpt& key) {
    if (metadata_begin_ >= 0) throw repeated(key);
    static_cast<void>(text.peek());
    metadata_begin_ = place_of(text);
    std::vector<std::uint32_t> begins;
    constexpr std::int64_t shortest = sizeof R"("":"")";
    begins.reserve(static_cast<std::size_t>((size_ - metadata_begin_) / shortest + 1));
    for_each_key(text, [&](const Excerpt& each) {
      begins.push_back(static_cast<std::uint32_t>(each.begin - text_));
      static_cast<void>(text.take_string("a text in double quotes, as all of __metadata__ is,"));
    });
    check_distinct(begins);
  }

  void read_entry(JsonText& text, const Excerpt& name) {
    SafetensorsEntry entry;
    entry.name_begin = static_cast<std::uint32_t>(name.begin - text_);
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
    entries_.push_back(entry);
  }

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

  [[nodiscard]] FileError repeated(const Excerpt& key) const {
    return file_.error_at(offset_of(key), "the key '", key, "' stands here for the second time");
  }

  // The string whose first character stands there.
  [[nodiscard]] Excerpt string_at(std::uint32_t begin) const {
    return text_from(std::int64_t{begin} - 1).take_string("");
  }

  void check_distinct(std::vector<std::uint32_t>& begins) const {
    const auto comes_before = [this](std::uint32_t left, std::uint32_t right) {
      const int order = compare_strings(string_at(left), string_at(right));
      return order != 0 ? order < 0 : left < right;
    };
    std::sort(begins.begin(), begins.end(), comes_before);
    for (std::size_t i = 1; i < begins.size(); ++i) {
      const Excerpt key = string_at(begins[i]);
      if (compare_strings(string_at(begins[i - 1]), key) == 0) throw repeated(key);
    }
  }

  void check_names() const {
    std::vector<std::uint32_t> begins;
    begins.reserve(entries_.size());
    for (const SafetensorsEntry& entry : entries_) begins.push_back(entry.name_begin);
    check_distinct(begins);
  }

  void check_places() {
    std::sort(entries_.begin(), entries_.end(), [](const SafetensorsEntry& left, const SafetensorsEntry& right) {
      return left.begin != right.begin ? left.begin < right.begin
             : left.end != right.end   ? left.end < right.end
                                       : left.name_begin < right.name_begin;
    });
    std::int64_t end = 0;
    const SafetensorsEntry* before = nullptr;
    for (const SafetensorsEntry& entry : entries_) {
      if (entry.begin != end) throw misplaced(before, entry, end);
      end = entry.end;
      before = &entry;
    }
    const std::int64_t there = file_.size - data_offset();
    if (end == there) return;
    if (end > there)
      throw file_.error_at(file_.size, "the file ends here: the tensors are ", end, " bytes, there are ", there);
    throw file_.error_at(data_offset() + end, "the tensors end here, and ", there - end, " bytes more are there");
  }

  [[nodiscard]] FileError misplaced(const SafetensorsEntry* before, const SafetensorsEntry& entry,
                                    std::int64_t end) const {
    if (entry.begin > end) {
      return file_.error_at(offset_of(name_of(entry)), '\'', name_of(entry), "' begins at ", entry.begin, "; the ",
                            entry.begin - end, " bytes in front belong to no tensor");
    }
    return file_.error_at(offset_of(name_of(entry)), '\'', name_of(entry), "' begins at ", entry.begin, ", where '",
                          name_of(*before), "' has not ended; it ends at ", end);
  }

  FileFacts file_;
  const char* text_;
  std::int64_t size_;
  std::vector<SafetensorsEntry> entries_;
  std::int64_t metadata_begin_ = -1;
};

}  // namespace shapeproof::detail
