// SPDX-License-Identifier: BSL-1.0
// How do arrays come from NumPy, and go back? load_npy and save_npy read and write .npy files; a file that is not what
// it says is a FileError with its name, the byte and the reason.
//   auto images = load_npy<float, Shape<N, 3, 32, 32>>("my_data.npy");
//   save_npy("flipped.npy", images);
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "detail/npy_elements.hpp"
#include "detail/output_file.hpp"

namespace shapeproof {
namespace detail {

inline NpyHeader read_npy_header(const InputFile& file) {
  Opening opening;
  opening.size = file.facts().size < Opening::capacity ? file.facts().size : Opening::capacity;
  file.read_at(0, opening.bytes, opening.size);
  const NpyFrame frame = read_npy_frame(file.facts(), opening);
  const Buffer text = Buffer::allocate(static_cast<std::size_t>(frame.text_size));
  file.read_at(frame.text_offset, text.data(), frame.text_size);
  return read_npy_header(file.facts(), frame, static_cast<const char*>(text.data()));
}

// `is_fortran_order`: how the elements lay in the file.
inline AnyTensor load_npy(const Path& path, bool& is_fortran_order) {
  const InputFile file(path);
  const NpyHeader header = read_npy_header(file);
  is_fortran_order = header.is_fortran;
  Buffer raw = Buffer::allocate(static_cast<std::size_t>(header.byte_count));
  file.read_at(header.data_offset, raw.data(), header.byte_count);
  Buffer elements = to_elements(file.facts(), header, std::move(raw));
  elements.set_origin(sentence_of(ShownPath{path.c_str()}).c_str());
  const void* data = elements.data();
  return {header.element.type, header.extents, std::move(elements), data};
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
