// SPDX-License-Identifier: BSL-1.0
// How do arrays come from NumPy, and go back? load_npy and save_npy read and write .npy files; a file that is not what
// it says is a FileError with its name, the byte and the reason.
//   auto images = load_npy<float, Shape<N, 3, 32, 32>>("my_data.npy");
//   save_npy("flipped.npy", images);
//   auto mapped = map_npy<float, Shape<N, 3, 32, 32>>("large.npy");  // in place: no element is copied
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "detail/file_tensor.hpp"
#include "detail/mapped_file.hpp"
#include "detail/npy_elements.hpp"
#include "detail/output_file.hpp"
#include "detail/read_buffer.hpp"

namespace shapeproof {
namespace detail {

// `source` is a file, or an entry of an archive, and is read from front to back: after its first bytes, what follows them.
template <class Source>
NpyHeader read_npy_header(Source& source) {
  const FileFacts& file = source.facts();
  Opening opening;
  opening.size = file.size < Opening::capacity ? file.size : Opening::capacity;
  source.read_at(0, opening.bytes, opening.size);
  const NpyFrame frame = read_npy_frame(file, opening);
  const Buffer text = Buffer::allocate(static_cast<std::size_t>(frame.text_size));
  source.read_at(frame.text_offset, text.data(), frame.text_size);
  return read_npy_header(file, frame, static_cast<const char*>(text.data()));
}

// `is_fortran_order`: how the elements lay in the file.
template <class Source>
AnyTensor read_npy(Source& source, bool& is_fortran_order) {
  const NpyHeader header = read_npy_header(source);
  is_fortran_order = header.is_fortran;
  Buffer raw = read_buffer(source, header.data_offset, header.byte_count);
  return any_with_origin(source.facts(), header.element.type, header.extents,
                         to_elements(source.facts(), header, std::move(raw)));
}

inline AnyTensor load_npy(const Path& path, bool& is_fortran_order) {
  const InputFile file(path);
  return read_npy(file, is_fortran_order);
}

// Elements that a processor can use as they lie in the file.
inline void check_mappable(const FileFacts& file, const NpyHeader& header) {
  const ElementType type = header.element.type;
  if (header.element.is_big_endian) {
    // run time only: tests/io/map_npy.cpp
    throw file.error("cannot be mapped: its elements have the highest byte first (big-endian); load_npy converts them");
  }
  if (header.is_fortran && order_matters(header.extents)) {
    // run time only: tests/io/map_npy.cpp
    throw file.error("cannot be mapped: its elements lie in columns (Fortran order); load_npy converts them");
  }
  const int alignment = alignment_of(type);
  if (header.data_offset % alignment == 0) return;
  // run time only: tests/io/map_npy.cpp
  throw file.error_at(header.data_offset, "cannot be mapped: the data of ", type, " begin here, at no multiple of ",
                      alignment, " bytes; load_npy reads them");
}

inline AnyTensor map_npy(const Path& path) {
  const InputFile file(path);
  const NpyHeader header = read_npy_header(file);
  check_mappable(file.facts(), header);
  Buffer elements = MappedFile::buffer_at(MappedFile(file), header.data_offset);
  if (header.element.type == ElementType::boolean)
    check_bools(file.facts(), header.data_offset, static_cast<const unsigned char*>(elements.data()),
                header.byte_count);
  return any_with_origin(file.facts(), header.element.type, header.extents, std::move(elements));
}

}  // namespace detail

// A regular file in version 1.0, 2.0 or 3.0, of either byte order, in C or Fortran order; its elements become row-major.
// Throws FileError. Nothing is allocated before the header has been checked against the file's length.
inline AnyTensor load_npy(const Path& path) {
  bool is_fortran_order = false;
  return detail::load_npy(path, is_fortran_order);
}

// The same, through the door: throws FileError, ElementTypeError or ShapeError.
template <Element T, AnyShape S>
Tensor<T, S> load_npy(const Path& path) {
  bool is_fortran_order = false;
  const AnyTensor any = detail::load_npy(path, is_fortran_order);
  return detail::open_door<T, S>(any, {"load_npy", true}, is_fortran_order);
}

// The elements as they lie in the file, which stays mapped into memory as long as a tensor needs it: nothing is read before
// it is used, and opening takes the same time for every size (but bools, which are checked). Writing to the tensor parts
// from the file, which never changes. The file must not be shortened in place meanwhile. Throws FileError, also where the
// elements are not as this machine has them.
inline AnyTensor map_npy(const Path& path) { return detail::map_npy(path); }

// The same, through the door: throws FileError, ElementTypeError or ShapeError.
template <Element T, AnyShape S>
Tensor<T, S> map_npy(const Path& path) {
  return detail::open_door<T, S>(detail::map_npy(path), {"map_npy", true});
}

// Any Tensor, DynamicTensor or AnyTensor, as numpy.save would write it. The file is there at once and as a whole, or, after
// a FileError or a crash, still the old one; a link is followed, and an old file's permissions are kept.
inline void save_npy(const Path& path, const AnyTensor& tensor) {
  const Sentence header = detail::npy_header_for(tensor.element_type(), tensor.extents());
  detail::OutputFile file(path);
  file.write(header.data(), static_cast<std::int64_t>(header.size()));
  file.write(tensor.data(), tensor.byte_count());
  file.commit();
}

}  // namespace shapeproof
