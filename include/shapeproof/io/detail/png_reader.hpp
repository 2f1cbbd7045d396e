// SPDX-License-Identifier: BSL-1.0
// How does libpng read for us? From memory, with its errors as FileErrors. It leaves its functions by longjmp: what calls it
// has nothing to destroy.
// The calls: http://www.libpng.org/pub/png/libpng-manual.txt
// run time only: tests/images/png.cpp
#pragma once

#include <setjmp.h>

#include <png.h>

#include "image.hpp"

namespace shapeproof::detail {

class PngReader {
 public:
  PngReader(const FileFacts& file, const unsigned char* bytes) : file_(file), bytes_(bytes) {
    png_ = ::png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning);
    if (png_ != nullptr) info_ = ::png_create_info_struct(png_);
    if (info_ == nullptr) throw std::bad_alloc();
  }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
  ~PngReader() { ::png_destroy_read_struct(&png_, &info_, nullptr); }

  Image read() {
    if (!read_header()) throw failure();
    Image image = describe();
    image.pixels = Buffer::allocate(static_cast<std::size_t>(count_image_bytes(file_, image, most_growth(image))));
    if (!start()) throw failure();
    has_palette() ? read_palette_image(image) : read_rows(image, static_cast<unsigned char*>(image.pixels.data()));
    return image;
  }

 private:
  // DEFLATE (RFC 1951) makes at most 258 bytes of 2 bits. 1, 2 or 4 bits become a byte, of a palette 3 or 4 bytes.
  [[nodiscard]] std::int64_t most_growth(const Image& image) const {
    constexpr std::int64_t deflate = 1032;
    return deflate * (bits_ < 8 ? 8 / bits_ : 1) * (has_palette() ? image.extents[2] : 1);
  }

  [[nodiscard]] bool has_palette() const { return color_type_ == PNG_COLOR_TYPE_PALETTE; }
  [[nodiscard]] int channels_in_file() const { return ::png_get_channels(png_, info_); }

  // What is in front of the pixels. Texts, profiles and the like are passed over.
  bool read_header() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    ::png_set_read_fn(png_, this, on_read);
    ::png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    ::png_set_chunk_malloc_max(png_, static_cast<png_alloc_size_t>(file_.size));
    ::png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    ::png_set_benign_errors(png_, 0);
    ::png_read_info(png_, info_);
    bits_ = ::png_get_bit_depth(png_, info_);
    color_type_ = ::png_get_color_type(png_, info_);
    if (has_palette()) ::png_get_PLTE(png_, info_, &palette_, &palette_size_);
    if (has_palette()) ::png_get_tRNS(png_, info_, &alpha_, &alpha_size_, nullptr);
    return true;
  }
  // Takes memory for rows of the width that the header says: only once that has been checked.
  bool start() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    if (has_palette()) ::png_set_packing(png_);
    if (color_type_ == PNG_COLOR_TYPE_GRAY && bits_ < 8) ::png_set_expand_gray_1_2_4_to_8(png_);
    if (bits_ == 16) ::png_set_swap(png_);
    passes_ = ::png_set_interlace_handling(png_);
    ::png_read_update_info(png_, info_);
    return true;
  }

  [[nodiscard]] Image describe() const {
    // not a sentence: words for errors
    constexpr const char* names[] = {"", "grey", "grey with alpha", "RGB", "RGBA"};
    const int channels = !has_palette() ? channels_in_file() : alpha_size_ > 0 ? 4 : 3;
    Image image;
    image.type = bits_ == 16 ? ElementType::uint16 : ElementType::uint8;
    image.extents = image_extents(::png_get_image_height(png_, info_), ::png_get_image_width(png_, info_), channels);
    if (has_palette()) image.kind << names[channels] << " from a palette";
    else image.kind << bits_ << "-bit " << names[channels];
    return image;
  }

  // Whole rows of the file, one behind the other; of an interlaced image, in several goes.
  void read_rows(const Image& image, unsigned char* rows) {
    const auto row_bytes = static_cast<std::size_t>(image.extents[1] * channels_in_file() * bytes_of(image.type));
    // not a sentence: it cannot be, but must never write beyond the rows either
    if (::png_get_rowbytes(png_, info_) != row_bytes) throw file_.error("libpng lays out its rows otherwise");
    if (!try_read_rows(rows, row_bytes, static_cast<std::size_t>(image.extents[0]))) throw failure();
  }
  bool try_read_rows(unsigned char* rows, std::size_t row_bytes, std::size_t count) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    for (int pass = 0; pass < passes_; ++pass) {
      for (std::size_t row = 0; row < count; ++row) ::png_read_row(png_, rows + row * row_bytes, nullptr);
    }
    ::png_read_end(png_, nullptr);
    return true;
  }

  // libpng would take colours that the palette has not for black.
  void read_palette_image(const Image& image) {
    const std::int64_t count = image.extents[0] * image.extents[1];
    const Buffer indices = Buffer::allocate(static_cast<std::size_t>(count));
    const auto* from = static_cast<const unsigned char*>(indices.data());
    read_rows(image, static_cast<unsigned char*>(indices.data()));
    auto* to = static_cast<unsigned char*>(image.pixels.data());
    for (std::int64_t i = 0; i < count; ++i, to += image.extents[2]) {
      if (from[i] < palette_size_) write_color(from[i], to);
      else throw no_color(from[i], i / image.extents[1], i % image.extents[1]);
    }
  }
  void write_color(int index, unsigned char* to) const {
    to[0] = palette_[index].red;
    to[1] = palette_[index].green;
    to[2] = palette_[index].blue;
    if (alpha_size_ > 0) to[3] = index < alpha_size_ ? alpha_[index] : 255;
  }
  [[nodiscard]] FileError no_color(int index, std::int64_t row, std::int64_t column) const {
    return file_.error("the pixel in row ", row, ", column ", column, " has color ", index, " of a palette of ",
                       palette_size_);
  }

  [[nodiscard]] FileError failure() const {
    if (ended_early_) return file_.error_at(file_.size, "the file ends here, in the middle of the image");
    return file_.error_at(at_, "libpng says: ", static_cast<const char*>(message_));
  }

  static PngReader& self(png_structp png) { return *static_cast<PngReader*>(::png_get_error_ptr(png)); }
  static void on_read(png_structp png, png_bytep to, std::size_t bytes) {
    PngReader& reader = *static_cast<PngReader*>(::png_get_io_ptr(png));
    if (bytes > static_cast<std::size_t>(reader.file_.size - reader.at_)) {
      reader.ended_early_ = true;
      ::png_error(png, "");
    }
    __builtin_memcpy(to, reader.bytes_ + reader.at_, bytes);
    reader.at_ += static_cast<std::int64_t>(bytes);
  }
  [[noreturn]] static void on_error(png_structp png, png_const_charp message) {
    char* to = self(png).message_;
    for (std::size_t i = 0; message[i] != '\0' && i + 1 < sizeof message_; ++i) to[i] = message[i];
    ::png_longjmp(png, 1);
  }
  static void on_warning(png_structp, png_const_charp) {}

  FileFacts file_;
  const unsigned char* bytes_;
  std::int64_t at_ = 0;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  int bits_ = 0;
  int color_type_ = 0;
  int passes_ = 1;
  png_colorp palette_ = nullptr;
  int palette_size_ = 0;
  png_bytep alpha_ = nullptr;
  int alpha_size_ = 0;
  bool ended_early_ = false;
  char message_[160] = {};
};

}  // namespace shapeproof::detail
