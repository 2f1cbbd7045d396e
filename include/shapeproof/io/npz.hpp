// SPDX-License-Identifier: BSL-1.0
// How do several arrays come from NumPy in one file, and go back? load_npz and save_npz read and write .npz archives, as
// numpy.savez and numpy.savez_compressed do. Needs zlib (Debian: zlib1g-dev; -lz), so shapeproof.hpp does not include it.
//   auto images = load_npz<float, Shape<N, 3, 32, 32>>("batch.npz", "images");
//   save_npz("copy.npz", {{"images", images}, {"labels", labels}});
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "detail/npz_file.hpp"
#include "detail/zip_writer.hpp"

namespace shapeproof {

// What the archive holds, in the order of the file: the directory and the beginning of each entry are read. Each of these
// functions throws FileError for an archive that is not what it says: wrong places, sizes, names, headers, checksums.
inline std::vector<TensorInfo> list_npz(const Path& path) { return detail::list_of(detail::NpzReader(path)); }

// All arrays. With Floats::to_float32, float16 and float64 become float32.
inline NamedTensors load_npz(const Path& path, Floats floats = Floats::exact) {
  const detail::NpzReader reader(path);
  NamedTensors tensors;
  bool is_fortran_order = false;
  for (const detail::ZipEntry& entry : reader.entries()) {
    tensors.push_back({detail::npz_name(entry), reader.read(entry, floats, is_fortran_order)});
  }
  return tensors;
}
// One of them: "images" is the entry images.npy.
inline AnyTensor load_npz(const Path& path, const std::string& name, Floats floats = Floats::exact) {
  const detail::NpzReader reader(path);
  bool is_fortran_order = false;
  return reader.read(reader.find(name), floats, is_fortran_order);
}
// The same, through the door: throws FileError, ElementTypeError or ShapeError.
template <Element T, AnyShape S>
Tensor<T, S> load_npz(const Path& path, const std::string& name, Floats floats = Floats::exact) {
  const detail::NpzReader reader(path);
  bool is_fortran_order = false;
  const AnyTensor any = reader.read(reader.find(name), floats, is_fortran_order);
  return detail::open_door<T, S>(any, {"load_npz", true}, is_fortran_order);
}

// How the arrays of an archive are kept: as they are, as numpy.savez does, or deflated, as numpy.savez_compressed does.
enum class Packing { stored, deflated };

// The file is there at once and as a whole, or, after a FileError or a crash, still the old one. Names are different, and at
// most 65531 bytes long.
inline void save_npz(const Path& path, const NamedTensors& tensors, Packing packing = Packing::stored) {
  const detail::FileFacts facts{path.c_str(), 0};
  detail::check_distinct_names(facts, tensors);
  for (const NamedTensor& each : tensors) detail::check_npz_name(facts, each.name);
  detail::OutputFile file(path);
  detail::ZipWriter writer(file);
  for (const NamedTensor& each : tensors) {
    const Sentence header = detail::npy_header_for(each.tensor.element_type(), each.tensor.extents());
    writer.add(each.name + ".npy", header.data(), static_cast<std::int64_t>(header.size()), each.tensor.data(),
               each.tensor.byte_count(), packing == Packing::deflated);
  }
  writer.finish();
  file.commit();
}

}  // namespace shapeproof
