// SPDX-License-Identifier: BSL-1.0
// How is the header of a .safetensors file written? As the format's own library does it: larger elements first, so that all
// are aligned, names in order, and blanks up to a multiple of 8 bytes.
// run time only: tests/io/safetensors.cpp
#pragma once

#include <algorithm>

#include "archive_entry.hpp"
#include "safetensors_header.hpp"

namespace shapeproof::detail {

inline void append_json(std::string& json, const FileFacts& file, const std::string& text) {
  constexpr const char* digits = "0123456789abcdef";
  json += '"';
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const std::int32_t code = take_character(at, end);
    if (code < 0) throw file.error('\'', Excerpt{text.data(), static_cast<std::int64_t>(text.size())}, "' is no UTF-8");
    if (code == '"' || code == '\\') json += '\\';
    if (code >= 0x20) append_code_point(json, code);
    else (json += "\\u00") += {digits[code / 16], digits[code % 16]};
  }
  json += '"';
}

inline void append_number(std::string& json, std::int64_t number) { json += sentence_of(number).c_str(); }

inline int safetensors_type_of(const FileFacts& file, const AnyTensor& tensor) {
  const int type = find_safetensors_type(tensor.element_type());
  if (type < 0)
    throw file.error(tensor.element_type(), " has no name in a safetensors file; complex64 or save_npz would do");
  return type;
}

// Where the tensors go in the file. Throws FileError for names and types that cannot stand there.
inline std::vector<const NamedTensor*> safetensors_order(const FileFacts& file, const NamedTensors& tensors) {
  std::vector<const NamedTensor*> order;
  for (const NamedTensor& each : tensors) {
    const FileFacts entry{file.path, file.size, each.name.c_str()};
    static_cast<void>(safetensors_type_of(entry, each.tensor));
    if (each.name == "__metadata__") throw entry.error("no tensor can have that name in a safetensors file");
    order.push_back(&each);
  }
  const auto comes_before = [](const NamedTensor* left, const NamedTensor* right) {
    const int left_type = find_safetensors_type(left->tensor.element_type());
    const int right_type = find_safetensors_type(right->tensor.element_type());
    return left_type != right_type ? left_type > right_type : left->name < right->name;
  };
  std::sort(order.begin(), order.end(), comes_before);
  return order;
}

inline void append_entry(std::string& json, const FileFacts& file, const NamedTensor& each, std::int64_t begin) {
  append_json(json, file, each.name);
  ((json += ":{\"dtype\":\"") += safetensors_types[safetensors_type_of(file, each.tensor)].name) += "\",\"shape\":[";
  const Extents& extents = each.tensor.extents();
  for (int axis = 0; axis < extents.rank; ++axis) {
    if (axis > 0) json += ',';
    append_number(json, extents[axis]);
  }
  json += "],\"data_offsets\":[";
  append_number(json, begin);
  json += ',';
  append_number(json, begin + each.tensor.byte_count());
  json += "]}";
}

using Metadata = std::vector<std::pair<std::string, std::string>>;

inline void append_metadata(std::string& json, const FileFacts& file, const Metadata& metadata) {
  json += "\"__metadata__\":{";
  for (std::size_t i = 0; i < metadata.size(); ++i) {
    if (i > 0) json += ',';
    append_json(json, file, metadata[i].first);
    json += ':';
    append_json(json, file, metadata[i].second);
  }
  json += '}';
}

// The 8 bytes of the length, and the JSON.
inline std::string safetensors_header_for(const FileFacts& file, const std::vector<const NamedTensor*>& order,
                                          const Metadata& metadata, std::int64_t most = most_safetensors_header) {
  std::string json = "{";
  if (!metadata.empty()) append_metadata(json, file, metadata);
  std::int64_t begin = 0;
  for (const NamedTensor* each : order) {
    if (json.size() > 1) json += ',';
    append_entry(json, file, *each, begin);
    begin += each->tensor.byte_count();
  }
  json += '}';
  json.append((8 - json.size() % 8) % 8, ' ');
  if (json.size() > static_cast<std::size_t>(most))
    throw file.error("the names of ", order.size(), " tensors need a header of ", json.size(), " bytes; at most ", most,
                     " can be read again");
  std::string whole;
  for (int i = 0; i < 8; ++i) whole += static_cast<char>(json.size() >> (8 * i) & 0xFF);
  return whole += json;
}

}  // namespace shapeproof::detail
