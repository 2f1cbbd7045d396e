// SPDX-License-Identifier: BSL-1.0
// How are JPEG images read? load_jpeg gives [height, width, channels] of uint8: grey 1, color (RGB) 3 channels. libjpeg-turbo
// decodes: link shapeproof::jpeg, or -ljpeg.
//   auto image = load_jpeg<std::uint8_t, Shape<H, W, 3>>("cat.jpg");
// run time only: tests/images/jpeg.cpp
#pragma once

#include "../message.hpp"

#include "detail/jpeg_reader.hpp"

namespace shapeproof {
namespace detail {

inline Image read_jpeg(const InputFile& file) {
  const Opening opening = read_opening(file);
  if (!opening.begins_with("\xff\xd8\xff")) {
    throw_other_kind(file.facts(), opening, "a JPEG image begins with \\xff\\xd8\\xff");
  }
  const Buffer bytes = read_whole(file);
  JpegReader reader(file.facts(), static_cast<const unsigned char*>(bytes.data()));
  return reader.read();
}

}  // namespace detail

// What load_image_folder reads JPEG files with.
struct JpegImages {
  // Whether a file that begins so is a JPEG.
  static bool begins(const detail::Opening& opening) { return opening.begins_with("\xff\xd8\xff"); }
  // The picture of a file. Throws FileError.
  static detail::Image read(const detail::InputFile& file) { return detail::read_jpeg(file); }
};
inline constexpr JpegImages jpeg_images;

// Baseline and progressive. The orientation that cameras write down is not applied. Damage that decoders tolerate, grey
// where the file ends early for example, is refused. Throws FileError. A byte of the file makes at most 2048 of pixels,
// else none is read.
inline AnyTensor load_jpeg(const Path& path) {
  return detail::any_tensor(path, detail::read_jpeg(detail::InputFile(path)));
}

// The same, through the door: throws FileError, ElementTypeError or ShapeError. [H, W] takes a grey image.
template <Element T, AnyShape S>
Tensor<T, S> load_jpeg(const Path& path) {
  return detail::open_image_door<T, S>(path, detail::read_jpeg(detail::InputFile(path)), "load_jpeg");
}

}  // namespace shapeproof
