// SPDX-License-Identifier: BSL-1.0
// How do the tensors of a .safetensors file come into memory? One by one, read or mapped, once the header is found true.
// run time only: tests/io/safetensors.cpp
#pragma once

#include "archive_entry.hpp"
#include "file_kind.hpp"
#include "mapped_file.hpp"
#include "npy_elements.hpp"
#include "read_buffer.hpp"
#include "safetensors_header.hpp"

namespace shapeproof::detail {

struct SafetensorsText {
  Buffer buffer;
  std::int64_t size = 0;
};

inline SafetensorsText read_safetensors_text(const InputFile& file) {
  const FileFacts& facts = file.facts();
  if (facts.size == 0) throw facts.error_at(0, "the file is empty; a safetensors file is at least 10 bytes long");
  Opening opening;
  opening.size = facts.size < Opening::capacity ? facts.size : Opening::capacity;
  file.read_at(0, opening.bytes, opening.size);
  const std::int64_t size = safetensors_text_size(facts, opening);
  SafetensorsText text{Buffer::allocate(static_cast<std::size_t>(size)), size};
  file.read_at(safetensors_frame, text.buffer.data(), size);
  return text;
}

class SafetensorsReader {
 public:
  // The path's text must outlive the reader.
  explicit SafetensorsReader(const Path& path)
      : file_(path),
        text_(read_safetensors_text(file_)),
        header_(file_.facts(), static_cast<const char*>(text_.buffer.data()), text_.size) {}

  [[nodiscard]] const SafetensorsHeader& header() const { return header_; }
  [[nodiscard]] const FileFacts& facts() const { return file_.facts(); }
  [[nodiscard]] std::string name_of(const SafetensorsEntry& entry) const { return text_of(header_.name_of(entry)); }

  [[nodiscard]] const SafetensorsEntry& find(const std::string& name) const {
    if (const SafetensorsEntry* entry = header_.find(name)) return *entry;
    NearestName nearest(name.c_str());
    int count = 0;
    for (const SafetensorsEntry& entry : header_.entries()) {
      if (++count <= NearestName::most_names) nearest.consider(name_of(entry).c_str());
    }
    throw missing_entry_error(facts(), name.c_str(), nearest);
  }

  [[nodiscard]] AnyTensor read(const SafetensorsEntry& entry, Floats floats) const {
    const std::string name = name_of(entry);
    check_held(entry, name, floats);
    Buffer elements = read_buffer(file_, header_.data_offset() + entry.begin, entry.end - entry.begin);
    return tensor_of(entry, name, std::move(elements), floats);
  }

  // Elements that lie where a processor cannot use them are read.
  [[nodiscard]] AnyTensor map(const SafetensorsEntry& entry) {
    const std::string name = name_of(entry);
    check_held(entry, name, Floats::exact);
    const std::int64_t offset = header_.data_offset() + entry.begin;
    const SafetensorsType& type = safetensors_types[entry.type];
    if (offset % alignment_of(static_cast<ElementType>(type.element)) != 0) return read(entry, Floats::exact);
    if (mapping_.data() == nullptr) mapping_ = MappedFile::buffer_at(MappedFile(file_), 0);
    const void* data = static_cast<const unsigned char*>(mapping_.data()) + offset;
    return tensor_of(entry, name, Buffer::adopt(data, mapping_, false), Floats::exact);
  }

 private:
  [[nodiscard]] FileFacts facts_of(const std::string& name) const { return {facts().path, facts().size, name.c_str()}; }

  void check_held(const SafetensorsEntry& entry, const std::string& name, Floats floats) const {
    const SafetensorsType& type = safetensors_types[entry.type];
    if (type.element >= 0 || (is_bfloat16(type) && floats == Floats::to_float32)) return;
    if (is_bfloat16(type))
      throw facts_of(name).error(
          "elements are bfloat16, which no tensor holds; Floats::to_float32 reads them as float32, exactly");
    throw facts_of(name).error("elements are ", type.meaning,
                               ", which no tensor holds; save them as float32: tensor.float()");
  }

  [[nodiscard]] AnyTensor tensor_of(const SafetensorsEntry& entry, const std::string& name, Buffer elements,
                                    Floats floats) const {
    const SafetensorsType& type = safetensors_types[entry.type];
    const Extents extents = header_.extents_of(entry);
    const FileFacts facts = facts_of(name);
    if (is_bfloat16(type)) {
      return any_with_origin(facts, ElementType::float32, extents,
                             to_float32<Bfloat16>(elements.data(), extents.count()));
    }
    const auto element = static_cast<ElementType>(type.element);
    const auto* bytes = static_cast<const unsigned char*>(elements.data());
    // Counted in the file, as the header's offsets are.
    if (element == ElementType::boolean)
      check_bools(facts, header_.data_offset() + entry.begin, bytes, entry.end - entry.begin);
    const AnyTensor tensor = any_with_origin(facts, element, extents, std::move(elements));
    return floats == Floats::to_float32 ? floats_of(facts, tensor) : tensor;
  }

  InputFile file_;
  SafetensorsText text_;
  SafetensorsHeader header_;
  Buffer mapping_;
};

inline std::vector<TensorInfo> list_of(const SafetensorsReader& reader) {
  std::vector<TensorInfo> list;
  for (const SafetensorsEntry& entry : reader.header().entries()) {
    list.push_back({reader.name_of(entry), safetensors_types[entry.type].meaning, reader.header().extents_of(entry),
                    entry.end - entry.begin});
  }
  return list;
}

}  // namespace shapeproof::detail
