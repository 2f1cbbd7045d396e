// SPDX-License-Identifier: BSL-1.0
// How do tensors with names come from PyTorch and the like, and go back? As .safetensors files: read or mapped, all of them
// or one by its name through the door, and written whole or not at all.
//   auto weight = load_safetensors<float, Shape<10, 84>>("lenet.safetensors", "fc3.weight");
//   NamedTensors all = load_safetensors("lenet.safetensors");
//   save_safetensors("copy.safetensors", all, {{"format", "pt"}});
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "detail/output_file.hpp"
#include "detail/safetensors_file.hpp"
#include "detail/safetensors_writer.hpp"

namespace shapeproof {

// Texts that go with a file: {"format", "pt"}, for example.
using SafetensorsMetadata = detail::Metadata;

// What the file holds, in the order of its elements. Only the header is read, and all of it is checked: each of these
// functions throws FileError where lengths, JSON, types, shapes or places are not right, before it takes memory for an element.
inline std::vector<TensorInfo> list_safetensors(const Path& path) {
  return detail::list_of(detail::SafetensorsReader(path));
}
// What a file's `__metadata__` says, key by key. Throws FileError.
inline SafetensorsMetadata load_safetensors_metadata(const Path& path) {
  return detail::SafetensorsReader(path).header().metadata();
}

// All tensors. Elements of a type that no tensor holds are a FileError; with Floats::to_float32, bfloat16, float16 and float64
// become float32.
inline NamedTensors load_safetensors(const Path& path, Floats floats = Floats::exact) {
  const detail::SafetensorsReader reader(path);
  NamedTensors tensors;
  for (const detail::SafetensorsEntry& entry : reader.header().entries()) {
    tensors.push_back({reader.name_of(entry), reader.read(entry, floats)});
  }
  return tensors;
}
// One of them.
inline AnyTensor load_safetensors(const Path& path, const std::string& name, Floats floats = Floats::exact) {
  const detail::SafetensorsReader reader(path);
  return reader.read(reader.find(name), floats);
}
// The same, through the door: throws FileError, ElementTypeError or ShapeError.
template <Element T, AnyShape S>
Tensor<T, S> load_safetensors(const Path& path, const std::string& name, Floats floats = Floats::exact) {
  return detail::open_door<T, S>(load_safetensors(path, name, floats), {"load_safetensors", true});
}

// All tensors, as they lie in the file, which stays mapped as long as one of them is needed. See map_npy for what that
// means; elements at places that a processor cannot use are read instead.
inline NamedTensors map_safetensors(const Path& path) {
  detail::SafetensorsReader reader(path);
  NamedTensors tensors;
  for (const detail::SafetensorsEntry& entry : reader.header().entries()) {
    tensors.push_back({reader.name_of(entry), reader.map(entry)});
  }
  return tensors;
}

// The file is there at once and as a whole, or, after a FileError or a crash, still the old one. Names are UTF-8, and different.
inline void save_safetensors(const Path& path, const NamedTensors& tensors, const SafetensorsMetadata& metadata = {}) {
  const detail::FileFacts facts{path.c_str(), 0};
  detail::check_distinct_names(facts, tensors);
  const auto order = detail::safetensors_order(facts, tensors);
  const std::string header = detail::safetensors_header_for(facts, order, metadata);
  detail::OutputFile file(path);
  file.write(header.data(), static_cast<std::int64_t>(header.size()));
  for (const NamedTensor* each : order) file.write(each->tensor.data(), each->tensor.byte_count());
  file.commit();
}

}  // namespace shapeproof
