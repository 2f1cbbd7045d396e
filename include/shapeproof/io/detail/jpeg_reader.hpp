// SPDX-License-Identifier: BSL-1.0
// How does libjpeg read for us? From memory, with its errors and its warnings of damage as FileErrors. It leaves its
// functions by longjmp: what calls it has nothing to destroy.
// The calls: libjpeg.txt of libjpeg-turbo.
// run time only: tests/images/jpeg.cpp
#pragma once

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>
// behind it
#include <jerror.h>

#include "image.hpp"

namespace shapeproof::detail {

class JpegReader {
 public:
  JpegReader(const FileFacts& file, const unsigned char* bytes) : file_(file), bytes_(bytes) {
    info_.err = ::jpeg_std_error(&errors_);
    info_.client_data = this;
    errors_.error_exit = on_error;
    errors_.emit_message = on_message;
    progress_.progress_monitor = on_progress;
  }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
  ~JpegReader() { ::jpeg_destroy_decompress(&info_); }

  Image read() {
    if (!read_header()) throw failure();
    Image image = describe();
    image.pixels = Buffer::allocate(static_cast<std::size_t>(count_image_bytes(file_, image, most_growth)));
    if (!read_rows(static_cast<unsigned char*>(image.pixels.data()))) throw failure();
    return image;
  }

 private:
  // At least one bit for each 8 x 8 numbers of each component, of which one may stand for 4 x 4 pixels.
  static constexpr std::int64_t most_growth = 2048;
  // No encoder needs a tenth of them; each costs a pass over the image.
  static constexpr int most_scans = 100;

  bool read_header() {
    if (setjmp(jump_) != 0) return false;
    ::jpeg_create_decompress(&info_);
    info_.progress = &progress_;
    ::jpeg_mem_src(&info_, bytes_, static_cast<unsigned long>(file_.size));
    ::jpeg_read_header(&info_, TRUE);
    if (is_color()) info_.out_color_space = JCS_RGB;
    return true;
  }
  // Its size is that of the file's header: no scaling is asked for.
  bool read_rows(unsigned char* rows) {
    if (setjmp(jump_) != 0) return false;
    ::jpeg_start_decompress(&info_);
    const std::size_t row_bytes = std::size_t{info_.output_width} * static_cast<std::size_t>(info_.output_components);
    while (info_.output_scanline < info_.output_height) {
      JSAMPROW row = rows + info_.output_scanline * row_bytes;
      ::jpeg_read_scanlines(&info_, &row, 1);
    }
    ::jpeg_finish_decompress(&info_);
    return true;
  }

  [[nodiscard]] bool is_grey() const { return info_.jpeg_color_space == JCS_GRAYSCALE; }
  [[nodiscard]] bool is_color() const {
    return info_.jpeg_color_space == JCS_YCbCr || info_.jpeg_color_space == JCS_RGB;
  }
  [[nodiscard]] Image describe() const {
    if (info_.num_components == 4) {
      throw file_.error("the image is CMYK, of four inks; it must be converted to RGB before it is read");
    }
    if (!is_grey() && !is_color()) {
      throw file_.error("the image has ", info_.num_components,
                        " components of unknown meaning; grey (1) or RGB (3) is ", "wanted");
    }
    Image image;
    image.extents = image_extents(info_.image_height, info_.image_width, is_grey() ? 1 : 3);
    image.kind << (is_grey() ? "grey" : "RGB");
    return image;
  }

  [[nodiscard]] std::int64_t offset() const {
    return info_.src == nullptr || ended_early_ ? file_.size
                                                : file_.size - static_cast<std::int64_t>(info_.src->bytes_in_buffer);
  }
  [[nodiscard]] FileError failure() const {
    if (ended_early_) return file_.error_at(file_.size, "the file ends here, in the middle of the image");
    if (has_too_many_scans_) return file_.error_at(offset(), "the image has more than ", most_scans, " scans");
    return file_.error_at(offset(), "libjpeg says: ", static_cast<const char*>(message_));
  }

  template <class Info>
  static JpegReader& self(Info* info) {
    return *static_cast<JpegReader*>(info->client_data);
  }
  [[noreturn]] static void on_error(j_common_ptr info) {
    JpegReader& reader = self(info);
    info->err->format_message(info, reader.message_);
    ::longjmp(reader.jump_, 1);
  }
  // Below 0: the data is damaged, and libjpeg would go on with something made up.
  static void on_message(j_common_ptr info, int level) {
    if (level >= 0) return;
    self(info).ended_early_ = info->err->msg_code == JWRN_JPEG_EOF;
    on_error(info);
  }
  static void on_progress(j_common_ptr info) {
    JpegReader& reader = self(info);
    if (!info->is_decompressor || reader.info_.input_scan_number <= most_scans) return;
    reader.has_too_many_scans_ = true;
    ::longjmp(reader.jump_, 1);
  }

  FileFacts file_;
  const unsigned char* bytes_;
  jpeg_decompress_struct info_ = {};
  jpeg_error_mgr errors_ = {};
  jpeg_progress_mgr progress_ = {};
  jmp_buf jump_ = {};
  bool ended_early_ = false;
  bool has_too_many_scans_ = false;
  char message_[JMSG_LENGTH_MAX] = {};
};

}  // namespace shapeproof::detail
