// SPDX-License-Identifier: BSL-1.0
// What does the header of a .safetensors file say, and can it be true? A number of 8 bytes, so many bytes of JSON, then the
// elements of all tensors, one behind the other: none twice, none shared, no byte between them and none behind the last.
//   {"fc.weight": {"dtype": "F32", "shape": [10, 84], "data_offsets": [0, 3360]}, "__metadata__": {"format": "pt"}}
// The format: https://github.com/huggingface/safetensors#format
// run time only: tests/io/safetensors_malformed.cpp
#pragma once

#include <algorithm>
#include <vector>

#include "safetensors_entry.hpp"

namespace shapeproof::detail {

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
      : file_(file), size_(size), json_(file, text, size) {
    read_entries();
    check_names();
    check_places();
  }

  // In the order of their elements in the file.
  [[nodiscard]] const std::vector<SafetensorsEntry>& entries() const { return entries_; }
  [[nodiscard]] Excerpt name_of(const SafetensorsEntry& entry) const { return json_.name_of(entry); }
  [[nodiscard]] Extents extents_of(const SafetensorsEntry& entry) const { return json_.extents_of(entry); }
  // Of the first element in the file.
  [[nodiscard]] std::int64_t data_offset() const { return safetensors_frame + size_; }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> metadata() const {
    std::vector<std::pair<std::string, std::string>> pairs;
    if (metadata_begin_ < 0) return pairs;
    JsonText text = json_.text_from(metadata_begin_);
    json_.for_each_key(text,
                       [&](const Excerpt& key) { pairs.emplace_back(text_of(key), text_of(text.take_string(""))); });
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
  void read_entries() {
    // As many as the text has room for.
    constexpr std::int64_t shortest = sizeof R"("":{"dtype":"U8","shape":[],"data_offsets":[0,0]})";
    entries_.reserve(static_cast<std::size_t>(size_ / shortest + 1));
    JsonText text = json_.text_from(0);
    json_.for_each_key(text, [&](const Excerpt& key) {
      if (compare_strings(key, {"__metadata__", 12}) == 0) read_metadata(text, key);
      else entries_.push_back(json_.read_entry(text, key));
    });
    if (!text.is_at_end()) throw text.unexpected("nothing more but blanks");
  }

  void read_metadata(JsonText& text, const Excerpt& key) {
    if (metadata_begin_ >= 0) throw json_.repeated(key);
    static_cast<void>(text.peek());
    metadata_begin_ = json_.place_of(text);
    std::vector<std::uint32_t> begins;
    constexpr std::int64_t shortest = sizeof R"("":"")";
    begins.reserve(static_cast<std::size_t>((size_ - metadata_begin_) / shortest + 1));
    json_.for_each_key(text, [&](const Excerpt& each) {
      begins.push_back(json_.begin_of(each));
      static_cast<void>(text.take_string("a text in double quotes, as all of __metadata__ is,"));
    });
    check_distinct(begins);
  }

  // The string whose first character stands there.
  [[nodiscard]] Excerpt string_at(std::uint32_t begin) const {
    return json_.text_from(std::int64_t{begin} - 1).take_string("");
  }

  void check_distinct(std::vector<std::uint32_t>& begins) const {
    const auto comes_before = [this](std::uint32_t left, std::uint32_t right) {
      const int order = compare_strings(string_at(left), string_at(right));
      return order != 0 ? order < 0 : left < right;
    };
    std::sort(begins.begin(), begins.end(), comes_before);
    for (std::size_t i = 1; i < begins.size(); ++i) {
      const Excerpt key = string_at(begins[i]);
      if (compare_strings(string_at(begins[i - 1]), key) == 0) throw json_.repeated(key);
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
      return file_.error_at(json_.offset_of(name_of(entry)), '\'', name_of(entry), "' begins at ", entry.begin,
                            "; the ", entry.begin - end, " bytes in front belong to no tensor");
    }
    return file_.error_at(json_.offset_of(name_of(entry)), '\'', name_of(entry), "' begins at ", entry.begin,
                          ", where '", name_of(*before), "' has not ended; it ends at ", end);
  }

  FileFacts file_;
  std::int64_t size_;
  SafetensorsJson json_;
  std::vector<SafetensorsEntry> entries_;
  std::int64_t metadata_begin_ = -1;
};

}  // namespace shapeproof::detail
