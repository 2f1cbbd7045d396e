// SPDX-License-Identifier: BSL-1.0
// How is an entry of a zip archive read? From front to back, stored or deflated, into memory that is there; at its end the
// number of bytes and their CRC-32 must be what the archive says. Needs zlib (Debian: zlib1g-dev; -lz).
// run time only: tests/io/npz_malformed.cpp
#pragma once

#if !__has_include(<zlib.h>)
#error "reading zip archives needs zlib (Debian: zlib1g-dev); link it with -lz"
#endif
#include <zlib.h>

#include "file_kind.hpp"
#include "zip_directory.hpp"

namespace shapeproof::detail {

class ZipInflater {
 public:
  ZipInflater(const InputFile& file, const ZipEntry& entry)
      : file_(file), next_(entry.data_offset), end_(entry.data_offset + entry.packed_size) {
    constexpr int no_frame = -MAX_WBITS;
    if (::inflateInit2(&zlib_, no_frame) != Z_OK) throw std::bad_alloc();
  }
  ZipInflater(const ZipInflater&) = delete;
  ZipInflater& operator=(const ZipInflater&) = delete;
  ~ZipInflater() { ::inflateEnd(&zlib_); }

  // Exactly that many bytes, or an error of `facts`.
  void read(const FileFacts& facts, void* to, std::int64_t bytes) {
    zlib_.next_out = static_cast<Bytef*>(to);
    while (bytes > 0) {
      const auto room = static_cast<uInt>(bytes_at_once(bytes));
      zlib_.avail_out = room;
      if (is_over_) throw facts.error("the compressed data end ", bytes, " bytes too early");
      inflate_some(facts);
      bytes -= room - zlib_.avail_out;
    }
  }

  // Nothing more must come out, and nothing be left.
  void finish(const FileFacts& facts) {
    unsigned char byte = 0;
    while (!is_over_) {
      zlib_.next_out = &byte;
      zlib_.avail_out = 1;
      inflate_some(facts);
      if (zlib_.avail_out == 0)
        throw facts.error_at(facts.size, "the compressed data hold more than the ", facts.size,
                             " bytes that the archive says");
    }
    if (next_ - zlib_.avail_in != end_)
      throw facts.error("the compressed data end ", end_ - next_ + zlib_.avail_in, " bytes before the archive says");
  }

 private:
  void inflate_some(const FileFacts& facts) {
    if (zlib_.avail_in == 0 && next_ < end_) fill();
    const int status = ::inflate(&zlib_, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status == Z_STREAM_END) is_over_ = true;
    else if (status == Z_BUF_ERROR && next_ == end_) throw facts.error("the compressed data end in the middle");
    else if (status != Z_OK && status != Z_BUF_ERROR)
      throw facts.error("the compressed data are damaged: ", zlib_.msg == nullptr ? "" : zlib_.msg);
  }
  void fill() {
    const std::int64_t left = end_ - next_;
    const std::int64_t count = left < capacity ? left : capacity;
    file_.read_at(next_, input_, count);
    next_ += count;
    zlib_.next_in = input_;
    zlib_.avail_in = static_cast<uInt>(count);
  }

  static constexpr std::int64_t capacity = 32768;
  const InputFile& file_;
  z_stream zlib_ = {};
  std::int64_t next_;  // the byte of the file behind what input_ holds
  std::int64_t end_;
  bool is_over_ = false;
  unsigned char input_[capacity] = {};
};

// Offsets count the entry's bytes as they come out.
class ZipEntryStream {
 public:
  // `name` must outlive the stream, and be what errors call the entry.
  ZipEntryStream(const InputFile& file, const ZipEntry& entry, const char* name)
      : file_(file), entry_(entry), inflater_(file, entry), facts_{file.facts().path, entry.size, name} {}

  [[nodiscard]] const FileFacts& facts() const { return facts_; }

  // From the first bytes, which may be read again, or from where reading has come to; no further than the entry goes.
  void read_at(std::int64_t offset, void* to, std::int64_t bytes) {
    auto* next = static_cast<unsigned char*>(to);
    while (bytes > 0 && offset < next_offset_ && offset < opening_.size) {
      *next++ = opening_.bytes[offset++];
      --bytes;
    }
    if (bytes == 0) return;
    read_on(next, bytes);
    for (std::int64_t i = 0; i < bytes && opening_.size < Opening::capacity; ++i)
      opening_.bytes[opening_.size++] = next[i];
  }

  void finish() {
    if (entry_.method == zip_deflated) inflater_.finish(facts_);
    if (checksum_ == entry_.checksum) return;
    throw facts_.error("the entry is damaged: its CRC-32 is ", checksum_, ", the archive says ", entry_.checksum);
  }

 private:
  void read_on(unsigned char* to, std::int64_t bytes) {
    if (entry_.method == zip_deflated) inflater_.read(facts_, to, bytes);
    else file_.read_at(entry_.data_offset + next_offset_, to, bytes);
    next_offset_ += bytes;
    for (std::int64_t at = 0; at < bytes; at += most_bytes_at_once) {
      const auto count = static_cast<uInt>(bytes_at_once(bytes - at));
      checksum_ = static_cast<std::uint32_t>(::crc32(checksum_, to + at, count));
    }
  }

  const InputFile& file_;
  const ZipEntry& entry_;
  ZipInflater inflater_;
  FileFacts facts_;
  Opening opening_{};
  std::int64_t next_offset_ = 0;
  std::uint32_t checksum_ = 0;
};

}  // namespace shapeproof::detail
