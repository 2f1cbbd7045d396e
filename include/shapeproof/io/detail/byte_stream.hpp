// SPDX-License-Identifier: BSL-1.0
// How is a file read from front to back, whether it is plain or gzip? A ByteStream tells by the first bytes. gzip needs
// zlib: define SHAPEPROOF_ZLIB=1 and link it (CMake's target does both where it finds zlib).
// run time only: tests/io/idx.cpp
#pragma once

#include "file_kind.hpp"
#include "input_file.hpp"

#if defined(SHAPEPROOF_ZLIB)
#include <zlib.h>
#endif

namespace shapeproof::detail {

// The first bytes of a file, as many as there are and an Opening holds.
inline Opening read_opening(const InputFile& file) {
  Opening opening;
  opening.size = file.facts().size < Opening::capacity ? file.facts().size : Opening::capacity;
  file.read_at(0, opening.bytes, opening.size);
  return opening;
}

// Says what `file` seems to be, or only that it is not what was `wanted`: "an IDX file begins with two zero bytes".
[[noreturn]] inline void throw_other_kind(const FileFacts& file, const Opening& opening, const char* wanted) {
  if (file.size == 0) throw file.error_at(0, "the file is empty; ", wanted);
  const char* kind = kind_of(opening, file.size);
  if (*kind != '\0') throw file.error_at(0, "this is ", kind);
  throw file.error_at(0, "the file begins otherwise; ", wanted);
}

#if defined(SHAPEPROOF_ZLIB)

// The members of a gzip file, one behind the other, as gunzip reads them. Their checksums are checked.
// The format: RFC 1952.
class GzipStream {
 public:
  static constexpr bool is_plain = false;
  explicit GzipStream(const InputFile& file) : file_(file) {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (::inflateInit2(&zlib_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() { ::inflateEnd(&zlib_); }

  // At most `bytes`; fewer only where the data ends.
  std::int64_t read_some(void* to, std::int64_t bytes) {
    zlib_.next_out = static_cast<Bytef*>(to);
    std::int64_t left = bytes;
    while (left > 0 && !is_over()) {
      const auto room = static_cast<uInt>(left < most_bytes_at_once ? left : most_bytes_at_once);
      zlib_.avail_out = room;
      inflate_some();
      left -= room - zlib_.avail_out;
    }
    return bytes - left;
  }

 private:
  // Where in the file reading stands.
  [[nodiscard]] std::int64_t offset() const { return next_ - zlib_.avail_in; }
  [[nodiscard]] bool is_over() const { return is_between_members_ && offset() == file_.facts().size; }

  void inflate_some() {
    if (zlib_.avail_in == 0) fill();
    is_between_members_ = false;
    const int status = ::inflate(&zlib_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) return end_member();
    if (status == Z_BUF_ERROR && zlib_.avail_in == 0) return;
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK) throw damaged();
  }
  void fill() {
    const std::int64_t left = file_.facts().size - next_;
    if (left == 0) throw file_.facts().error_at(next_, "the file ends here, in the middle of its gzip data");
    const std::int64_t count = left < capacity ? left : capacity;
    file_.read_at(next_, input_, count);
    next_ += count;
    zlib_.next_in = input_;
    zlib_.avail_in = static_cast<uInt>(count);
  }
  void end_member() {
    is_between_members_ = true;
    if (::inflateReset(&zlib_) != Z_OK) throw damaged();
  }
  [[nodiscard]] FileError damaged() const {
    return file_.facts().error_at(offset(), "the gzip data is damaged: ", zlib_.msg == nullptr ? "?" : zlib_.msg);
  }

  static constexpr std::int64_t capacity = 16384;
  const InputFile& file_;
  z_stream zlib_ = {};
  std::int64_t next_ = 0;  // the byte of the file behind what input_ holds
  bool is_between_members_ = false;
  unsigned char input_[capacity] = {};
};

#else

class GzipStream {
 public:
  static constexpr bool is_plain = false;
  explicit GzipStream(const InputFile& file) {
    throw file.facts().error_at(
        0, "this is gzip data; gunzip it first, or define SHAPEPROOF_ZLIB=1 and link zlib (-lz), which reads it");
  }
  std::int64_t read_some(void*, std::int64_t) { return 0; }
};

#endif

class PlainStream {
 public:
  static constexpr bool is_plain = true;
  explicit PlainStream(const InputFile& file) : file_(file) {}
  std::int64_t read_some(void* to, std::int64_t bytes) {
    const std::int64_t left = file_.facts().size - offset_;
    const std::int64_t count = bytes < left ? bytes : left;
    file_.read_at(offset_, to, count);
    offset_ += count;
    return count;
  }

 private:
  const InputFile& file_;
  std::int64_t offset_ = 0;
};

inline bool is_gzip(const Opening& opening) { return opening.begins_with("\x1f\x8b"); }

// Offsets count the bytes that come out. Of a gzip file those are no bytes of the file: its errors say so in words.
template <class Stream>
class ByteStream {
 public:
  // DEFLATE (RFC 1951) makes at most 258 bytes of 2 bits.
  static constexpr std::int64_t most_growth = Stream::is_plain ? 1 : 1032;

  explicit ByteStream(const InputFile& file) : file_(file.facts()), stream_(file) {}

  [[nodiscard]] std::int64_t offset() const { return offset_; }
  // No file of this size holds more.
  [[nodiscard]] std::int64_t most_bytes() const { return file_.size * most_growth; }

  std::int64_t read_some(void* to, std::int64_t bytes) {
    const std::int64_t count = stream_.read_some(to, bytes);
    offset_ += count;
    return count;
  }
  [[nodiscard]] bool is_at_end() {
    unsigned char byte = 0;
    return stream_.read_some(&byte, 1) == 0;
  }
  template <class... Parts>
  [[nodiscard]] FileError error_at(std::int64_t offset, const Parts&... parts) const {
    if constexpr (Stream::is_plain) return file_.error_at(offset, parts...);
    else return file_.error("byte ", offset, " of the gunzipped data: ", parts...);
  }

 private:
  FileFacts file_;
  Stream stream_;
  std::int64_t offset_ = 0;
};

}  // namespace shapeproof::detail
