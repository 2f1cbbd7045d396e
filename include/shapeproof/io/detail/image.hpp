// SPDX-License-Identifier: BSL-1.0
// What does a decoder make of an image file? Pixels as [height, width, channels], and a few words for errors:
//   cat.png (8-bit RGBA): 4096 elements, as [32, 32, 4], are wanted as [32, 32, 3]: axis 2 is 4, wanted is 3
// run time only: tests/images/png.cpp
#pragma once

#include "file_door.hpp"

namespace shapeproof::detail {

struct Image {
  ElementType type = ElementType::uint8;
  Extents extents{};
  Buffer pixels{};
  Sentence kind{};  // "8-bit RGBA"
};

inline Extents image_extents(std::int64_t height, std::int64_t width, std::int64_t channels) {
  Extents extents;
  extents.rank = 3;
  extents[0] = height, extents[1] = width, extents[2] = channels;
  return extents;
}

// Before memory is taken for the pixels. `most_growth`: how many bytes of pixels a byte of the file can become.
inline std::int64_t count_image_bytes(const FileFacts& file, const Image& image, std::int64_t most_growth) {
  const Extents& extents = image.extents;
  // Height and width have 32 bits, and the rest is at most 8.
  const std::int64_t most = file.size * most_growth;
  std::int64_t bytes = extents[2] * bytes_of(image.type);
  const bool is_too_large = __builtin_mul_overflow(bytes, extents[0], &bytes) ||
                            __builtin_mul_overflow(bytes, extents[1], &bytes) || bytes > most;
  if (!is_too_large) return bytes;
  throw file.error("the header says ", AsList{extents.shape()}, " of ", image.type, ", but ", file.size,
                   " bytes cannot hold more than ", most, " bytes of pixels");
}

// As a vector of bytes that decoders read from.
inline Buffer read_whole(const InputFile& file) {
  Buffer bytes = Buffer::allocate(static_cast<std::size_t>(file.facts().size));
  file.read_at(0, bytes.data(), file.facts().size);
  return bytes;
}

inline AnyTensor any_tensor(const Path& path, Image image) {
  image.pixels.set_origin(sentence_of(ShownPath{path.c_str()}).c_str());
  const void* data = image.pixels.data();
  return {image.type, image.extents, std::move(image.pixels), data};
}

inline const char* pixel_advice(ElementType found, ElementType wanted) {
  if (is_floating(wanted))
    return found == ElementType::uint8 ? "then cast and divide by 255" : "then cast and divide by 65535";
  if (found == ElementType::uint16 && wanted == ElementType::uint8) return "then divide by 257 and cast";
  return "then cast";
}

// Casting alone would cut off, or leave numbers up to 255 where numbers up to 1 are expected.
inline void ask_pixel_type(const Sentence& subject, ElementType found, ElementType wanted) {
  if (found == wanted) return;
  throw ElementTypeError(sentence_of(subject, ": elements are ", found, ", wanted are ", wanted, "; take them as ",
                                     code_of(found), ", ", pixel_advice(found, wanted)),
                         wanted, found);
}

template <class T, class S>
Tensor<T, S> open_image_door(const Path& path, Image image, const char* function) {
  const Sentence subject = sentence_of(ShownPath{path.c_str()}, " (", image.kind, ')');
  ask_pixel_type(subject, image.type, element_type<T>);
  return open_file_door<T, S>(any_tensor(path, std::move(image)), subject, {function, true});
}

}  // namespace shapeproof::detail
