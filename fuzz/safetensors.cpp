// SPDX-License-Identifier: BSL-1.0
// .safetensors: the list, the texts beside the tensors, read and mapped tensors tell of one and the same file, which is
// written and read again the same.
#include "fuzz.hpp"

#include <shapeproof/io/safetensors.hpp>

using namespace shapeproof;

namespace {

void check_list(const std::vector<TensorInfo>& list, const NamedTensors& tensors) {
  fuzz::require(list.size() == tensors.size(), "listed are more tensors than read, or fewer");
  for (std::size_t i = 0; i < list.size(); ++i) {
    fuzz::require(list[i].name == tensors[i].name, "listed under another name than read");
    fuzz::require(list[i].extents == tensors[i].tensor.extents(), "listed with another shape than read");
    fuzz::require(list[i].byte_count == tensors[i].tensor.byte_count(), "listed with other bytes than read");
  }
}

void check_same(const NamedTensors& left, const NamedTensors& right) {
  fuzz::require(left.size() == right.size(), "another number of tensors");
  for (const NamedTensor& each : left) {
    const AnyTensor* other = find(right, each.name);
    fuzz::require(other != nullptr && fuzz::is_same(each.tensor, *other), "another tensor of the same name");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string& path = fuzz::input().path();
  fuzz::input().hold(bytes, size);
  // An entry of some 50 bytes becomes a TensorInfo, a NamedTensor and a Buffer with its own place for the path.
  constexpr std::size_t growth = 16;
  const auto list = fuzz::taken_within(growth, size, [&] { return list_safetensors(path); });
  const auto texts = fuzz::taken_within(growth, size, [&] { return load_safetensors_metadata(path); });
  const auto tensors = fuzz::taken_within(growth, size, [&] { return load_safetensors(path); });
  const auto mapped = fuzz::taken_within(growth, size, [&] { return map_safetensors(path); });
  static_cast<void>(fuzz::taken_within(growth, size, [&] { return load_safetensors(path, Floats::to_float32); }));
  fuzz::require(list.has_value() == texts.has_value(), "listed, but without its texts");
  fuzz::require(tensors.has_value() == mapped.has_value() && (list || !tensors), "read, but not listed");
  if (!tensors) return 0;
  check_list(*list, *tensors);
  check_same(*tensors, *mapped);
  save_safetensors(fuzz::output().path(), *tensors, *texts);
  check_same(*tensors, load_safetensors(fuzz::output().path()));
  fuzz::require(*texts == load_safetensors_metadata(fuzz::output().path()), "other texts than were written");
  return 0;
}
