// SPDX-License-Identifier: BSL-1.0
// How is a directory of images read, a directory for each class? load_image_folder gives all images as one tensor, the
// number of each one's class, and the classes' names, in the order of torchvision's ImageFolder.
//   auto [images, labels, classes] = load_image_folder<std::uint8_t, Shape<N, 32, 32, 3>>("train", png_images, jpeg_images);
// run time only: tests/images/image_folder.cpp
#pragma once

#include "../message.hpp"

#include <string>
#include <vector>

#include "detail/image.hpp"
#include "detail/image_paths.hpp"

namespace shapeproof {
namespace detail {

template <class S>
struct FirstExtent {
  static constexpr ShapeValue value = S::value[0];
};

}  // namespace detail

// What load_image_folder returns: images, each one's label, and the labels' names.
template <Element T, AnyShape S>
struct ImageFolder {
  Tensor<T, S> images;                                                   // [n, c, h, w]
  Tensor<std::int64_t, detail::ShapeOf<detail::FirstExtent<S>>> labels;  // the place in `classes`
  std::vector<std::string> classes;                                      // sorted
};

namespace detail {

template <class... Formats>
Image read_image(const std::string& path, const Formats&...) {
  const InputFile file(path);
  const Opening opening = read_opening(file);
  Image image;
  const bool is_read = ((Formats::begins(opening) && (image = Formats::read(file), true)) || ...);
  if (!is_read) throw_other_kind(file.facts(), opening, "an image in one of the formats that were given is wanted");
  return image;
}

// All images of a folder, one behind the other.
class ImageStack {
 public:
  // The first image says what the others must be.
  void add(const std::string& path, const Image& image, std::int64_t nth, std::int64_t count) {
    if (nth == 0) start(path, image, count);
    check(path, image);
    const auto bytes = static_cast<std::size_t>(image.extents.count() * bytes_of(image.type));
    __builtin_memcpy(static_cast<char*>(pixels_.data()) + static_cast<std::size_t>(nth) * bytes, image.pixels.data(),
                     bytes);
  }
  [[nodiscard]] ElementType type() const { return first_.type; }
  [[nodiscard]] const Sentence& kind() const { return first_.kind; }
  AnyTensor take(const Path& directory) {
    pixels_.set_origin(sentence_of(ShownPath{directory.c_str()}).c_str());
    const void* data = pixels_.data();
    return {first_.type, extents_, std::move(pixels_), data};
  }

 private:
  void start(const std::string& path, const Image& image, std::int64_t count) {
    first_path_ = path;
    first_ = {image.type, image.extents, Buffer(), image.kind};
    extents_.rank = 4;
    extents_[0] = count;
    for (int axis = 0; axis < 3; ++axis) extents_[axis + 1] = image.extents[axis];
    std::int64_t bytes = image.extents.count() * bytes_of(image.type);
    if (__builtin_mul_overflow(bytes, count, &bytes)) throw std::bad_alloc();
    pixels_ = Buffer::allocate(static_cast<std::size_t>(bytes));
  }
  void check(const std::string& path, const Image& image) const {
    if (image.extents == first_.extents && image.type == first_.type) return;
    const FileFacts file{path.c_str(), 0};
    throw file.error("the image is ", AsList{image.extents.shape()}, " of ", image.type, " (", image.kind, "), ",
                     ShownPath{first_path_.c_str()}, " is ", AsList{first_.extents.shape()}, " of ", first_.type, " (",
                     first_.kind, "); all must have one size");
  }

  std::string first_path_;
  Image first_;
  Extents extents_;
  Buffer pixels_;
};

}  // namespace detail

// [N, H, W, C]; [N, H, W] takes grey images. Formats are png_images of io/png.hpp and jpeg_images of io/jpeg.hpp. Files
// whose names are no images' are passed over, as in torchvision; an image in a format that was not given is an error.
// Throws FileError, which names the first file that differs, ElementTypeError or ShapeError.
template <Element T, AnyShape S, class... Formats>
  requires(sizeof...(Formats) > 0)
ImageFolder<T, S> load_image_folder(const Path& directory, const Formats&... formats) {
  detail::ImagePaths files = detail::find_images(directory);
  const auto count = static_cast<std::int64_t>(files.paths.size());
  detail::ImageStack images;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::string& path = files.paths[static_cast<std::size_t>(i)];
    images.add(path, detail::read_image(path, formats...), i, count);
  }
  const Sentence subject = sentence_of(detail::ShownPath{directory.c_str()}, " (", images.kind(), " images)");
  detail::ask_pixel_type(subject, images.type(), element_type<T>);
  auto typed = detail::open_file_door<T, S>(images.take(directory), subject, {"load_image_folder", true});
  auto labels = as<detail::ShapeOf<detail::FirstExtent<S>>>(std::move(files.labels));
  return {std::move(typed), std::move(labels), std::move(files.classes)};
}

}  // namespace shapeproof
