// SPDX-License-Identifier: BSL-1.0
// How do the arrays of an .npz archive come into memory? Each is an entry that is a .npy file.
// run time only: tests/io/npz.cpp
#pragma once

#include "../npy.hpp"
#include "archive_entry.hpp"
#include "zip_entry_stream.hpp"

namespace shapeproof::detail {

inline bool ends_with(const Excerpt& name, const char* ending) {
  const auto size = static_cast<std::int64_t>(::strlen(ending));
  return name.size >= size && ::memcmp(name.begin + name.size - size, ending, static_cast<std::size_t>(size)) == 0;
}

inline void check_npz_name(const FileFacts& file, const ZipEntry& entry) {
  if (ends_with(entry.name, ".npy")) return;
  if (ends_with(entry.name, "data.pkl"))
    throw file.error_at(
        entry.header_offset,
        "this is a PyTorch file; its tensors can be read from what safetensors.torch.save_file or numpy.savez writes");
  throw file.error_at(entry.header_offset, "'", entry.name, "' is no .npy file, as all entries of an .npz file are");
}

// For a name that is written.
inline void check_npz_name(const FileFacts& file, const std::string& name) {
  constexpr std::size_t most = 0xFFFF - 4;
  if (name.size() > most || name.find('\0') != std::string::npos)
    throw file.error("a name of ", name.size(), " bytes is longer than ", most, ", or holds a zero byte");
}

// numpy.load knows "images.npy" as images.
inline std::string npz_name(const ZipEntry& entry) {
  return {entry.name.begin, static_cast<std::size_t>(entry.name.size - 4)};
}

class NpzReader {
 public:
  // The path's text must outlive the reader.
  explicit NpzReader(const Path& path) : file_(path), directory_(file_) {
    for (const ZipEntry& entry : entries()) check_npz_name(file_.facts(), entry);
  }

  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return directory_.entries(); }

  [[nodiscard]] const ZipEntry& find(const std::string& name) const {
    NearestName nearest(name.c_str());
    int count = 0;
    for (const ZipEntry& entry : entries()) {
      const std::string each = npz_name(entry);
      if (each == name) return entry;
      if (++count <= NearestName::most_names) nearest.consider(each.c_str());
    }
    throw missing_entry_error(file_.facts(), name.c_str(), nearest);
  }

  // Only what stands in front of the elements.
  [[nodiscard]] NpyHeader read_header(const ZipEntry& entry) const {
    const std::string name = npz_name(entry);
    ZipEntryStream stream(file_, entry, name.c_str());
    return read_npy_header(stream);
  }

  [[nodiscard]] AnyTensor read(const ZipEntry& entry, Floats floats, bool& is_fortran_order) const {
    const std::string name = npz_name(entry);
    ZipEntryStream stream(file_, entry, name.c_str());
    const NpyHeader header = read_npy_header(stream);
    is_fortran_order = header.is_fortran;
    Buffer raw = read_buffer(stream, header.data_offset, header.byte_count);
    stream.finish();
    const AnyTensor tensor = any_with_origin(stream.facts(), header.element.type, header.extents,
                                             to_elements(stream.facts(), header, std::move(raw)));
    return floats == Floats::to_float32 ? floats_of(stream.facts(), tensor) : tensor;
  }

 private:
  InputFile file_;
  ZipDirectory directory_;
};

inline std::vector<TensorInfo> list_of(const NpzReader& reader) {
  std::vector<TensorInfo> list;
  for (const ZipEntry& entry : reader.entries()) {
    const NpyHeader header = reader.read_header(entry);
    list.push_back({npz_name(entry), name_of(header.element.type), header.extents, header.byte_count});
  }
  return list;
}

}  // namespace shapeproof::detail
