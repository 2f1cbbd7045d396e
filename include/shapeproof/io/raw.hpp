// SPDX-License-Identifier: BSL-1.0
// What of files that are elements and nothing else, as fwrite and ndarray.tofile write them? load_raw takes what the caller
// says of them: type, shape and order of bytes. Only their number can be checked, and is, to the byte.
//   auto images = load_raw<std::uint8_t, Shape<N, 28, 28>>("images.bin");
//   auto heights = load_raw<float, Shape<64, 64>>("heights.bin", ByteOrder::big_endian);
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "npy.hpp"

namespace shapeproof {

// Which byte of a number comes first: the lowest, as on the machines of today, or the highest.
enum class ByteOrder { little_endian, big_endian };

namespace detail {

// Begins what a door says: "images.bin (2352 bytes)".
inline Sentence raw_subject(const FileFacts& file) {
  return sentence_of(ShownPath{file.path}, " (", file.size, " bytes)");
}

inline std::int64_t count_raw(const FileFacts& file, ElementType type) {
  const int bytes = bytes_of(type);
  const std::int64_t rest = file.size % bytes;
  if (rest != 0) {
    // run time only: tests/io/raw.cpp
    throw file.error_at(file.size - rest, "the file ends within an element: ", file.size, " bytes are no multiple of ",
                        bytes, ", as ", type, " has; ", file.size / bytes, " elements leave ", rest);
  }
  return file.size / bytes;
}

inline Buffer read_raw(const InputFile& file, ElementType type, ByteOrder order) {
  const std::int64_t bytes = file.facts().size;
  Buffer elements = read_buffer(file, 0, bytes);
  auto* data = static_cast<unsigned char*>(elements.data());
  if (type == ElementType::boolean) check_bools(file.facts(), 0, data, bytes);
  if (order == ByteOrder::big_endian) reverse_bytes(type, data, bytes);
  elements.set_origin(sentence_of(ShownPath{file.facts().path}).c_str());
  return elements;
}

}  // namespace detail

// Row-major elements and nothing before or behind them. At most one extent is unknown; it is worked out. Throws FileError
// where the bytes end within an element, ShapeError where the elements do not fill the shape; nothing is read then.
template <Element T, AnyShape S>
Tensor<T, S> load_raw(const Path& path, ByteOrder order = ByteOrder::little_endian) {
  const detail::InputFile file(path);
  const std::int64_t count = detail::count_raw(file.facts(), element_type<T>);
  const Extents extents = detail::pass_door_flat<S, T>(detail::raw_subject(file.facts()).c_str(), count);
  Buffer elements = detail::read_raw(file, element_type<T>, order);
  const auto* data = static_cast<const T*>(elements.data());
  return detail::adopted<Tensor<T, S>>(std::move(elements), data, extents);
}

// The elements alone, row-major; whole or not at all, as save_npy writes.
inline void save_raw(const Path& path, const AnyTensor& tensor, ByteOrder order = ByteOrder::little_endian) {
  detail::OutputFile file(path);
  if (order == ByteOrder::little_endian || bytes_of(tensor.element_type()) == 1) {
    file.write(tensor.data(), tensor.byte_count());
  } else {
    // In pieces, so that no second tensor is needed.
    constexpr std::int64_t capacity = 65536;
    unsigned char piece[capacity];
    const auto* next = static_cast<const unsigned char*>(tensor.data());
    for (std::int64_t left = tensor.byte_count(); left > 0; left -= capacity, next += capacity) {
      const std::int64_t bytes = left < capacity ? left : capacity;
      ::memcpy(piece, next, static_cast<std::size_t>(bytes));
      detail::reverse_bytes(tensor.element_type(), piece, bytes);
      file.write(piece, bytes);
    }
  }
  file.commit();
}

}  // namespace shapeproof
