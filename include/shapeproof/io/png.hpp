// SPDX-License-Identifier: BSL-1.0
// How are PNG images read? load_png gives [height, width, channels]: grey 1, grey with alpha 2, RGB 3, RGBA 4 channels, of
// uint8 or, where the file has 16 bits, of uint16. libpng decodes: link shapeproof::png, or -lpng.
//   auto image = load_png<std::uint8_t, Shape<H, W, 3>>("cat.png");
// run time only: tests/images/png.cpp
#pragma once

#include "../message.hpp"

#include "detail/png_reader.hpp"

namespace shapeproof {
namespace detail {

// A palette's images hold what its colours are; other transparent colours than a palette's become no alpha channel.
inline Image read_png(const InputFile& file) {
  const Opening opening = read_opening(file);
  if (!opening.begins_with("\x89PNG\r\n\x1a\n")) {
    if (opening.begins_with("\x89PNG")) {
      throw file.facts().error_at(4, "the PNG was copied as text, which changed its bytes; copy it again as binary");
    }
    throw_other_kind(file.facts(), opening, "a PNG image begins with \\x89PNG");
  }
  const Buffer bytes = read_whole(file);
  PngReader reader(file.facts(), static_cast<const unsigned char*>(bytes.data()));
  return reader.read();
}

}  // namespace detail

// What load_image_folder reads PNG files with.
struct PngImages {
  // Whether a file that begins so is a PNG.
  static bool begins(const detail::Opening& opening) { return opening.begins_with("\x89PNG"); }
  // The picture of a file. Throws FileError.
  static detail::Image read(const detail::InputFile& file) { return detail::read_png(file); }
};
inline constexpr PngImages png_images;

// Interlaced or not; 1, 2 and 4 bits of grey become 8. No gamma or colour profile is applied. Damage that decoders
// tolerate is refused too. Throws FileError. Memory is taken only for what so long a file can hold.
inline AnyTensor load_png(const Path& path) {
  return detail::any_tensor(path, detail::read_png(detail::InputFile(path)));
}

// The same, through the door: throws FileError, ElementTypeError or ShapeError. [H, W] takes a grey image.
template <Element T, AnyShape S>
Tensor<T, S> load_png(const Path& path) {
  return detail::open_image_door<T, S>(path, detail::read_png(detail::InputFile(path)), "load_png");
}

}  // namespace shapeproof
