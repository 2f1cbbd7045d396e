// SPDX-License-Identifier: BSL-1.0
// How is a zip archive written? As NumPy does it: each entry stored or deflated, the directory at the end, numbers of 64 bits
// where 32 do not hold them. The same tensors always make the same bytes: entries carry no time.
// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
// run time only: tests/io/npz.cpp
#pragma once

#if !__has_include(<zlib.h>)
#error "writing zip archives needs zlib (Debian: zlib1g-dev); link it with -lz"
#endif
#include <zlib.h>

#include <string>
#include <vector>

#include "output_file.hpp"
#include "zip_records.hpp"

namespace shapeproof::detail {

// Numbers, the lowest byte first.
class ZipText {
 public:
  ZipText& put(std::int64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) text_ += static_cast<char>(number >> (8 * i) & 0xFF);
    return *this;
  }
  ZipText& put(const std::string& text) {
    text_ += text;
    return *this;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class ZipWriter {
 public:
  // Numbers from `limit` on are written with 64 bits.
  explicit ZipWriter(OutputFile& file, std::int64_t limit = zip_elsewhere) : file_(file), limit_(limit) {}

  // An entry of two parts, one behind the other.
  void add(const std::string& name, const void* head, std::int64_t head_size, const void* body, std::int64_t body_size,
           bool is_deflated) {
    Entry entry{name, offset_, head_size + body_size, head_size + body_size, 0, is_deflated, false};
    // What deflating may add at most, by far.
    entry.is_large = entry.size + entry.size / 1000 + 100 >= limit_;
    entry.checksum = checksum_of(checksum_of(0, head, head_size), body, body_size);
    write(local_header(entry));
    if (is_deflated) {
      entry.packed_size = deflate(head, head_size, body, body_size);
      const std::string header = local_header(entry);
      file_.overwrite(entry.offset, header.data(), static_cast<std::int64_t>(header.size()));
    } else {
      write(head, head_size);
      write(body, body_size);
    }
    entries_.push_back(entry);
  }

  void finish() {
    const std::int64_t begin = offset_;
    for (const Entry& entry : entries_) write(central_header(entry));
    write(end_of_directory(begin, offset_ - begin));
  }

 private:
  struct Entry {
    std::string name;
    std::int64_t offset;
    std::int64_t size;
    std::int64_t packed_size;
    std::uint32_t checksum;
    bool is_deflated;
    bool is_large;  // its sizes are written with 64 bits
  };

  static std::uint32_t checksum_of(std::uint32_t before, const void* from, std::int64_t bytes) {
    auto checksum = static_cast<uLong>(before);
    const auto* next = static_cast<const Bytef*>(from);
    for (std::int64_t at = 0; at < bytes; at += most_bytes_at_once)
      checksum = ::crc32(checksum, next + at, static_cast<uInt>(bytes_at_once(bytes - at)));
    return static_cast<std::uint32_t>(checksum);
  }

  void write(const void* from, std::int64_t bytes) {
    file_.write(from, bytes);
    offset_ += bytes;
  }
  void write(const std::string& text) { write(text.data(), static_cast<std::int64_t>(text.size())); }

  [[nodiscard]] std::int64_t bounded(std::int64_t number) const { return number < limit_ ? number : zip_elsewhere; }

  // What both headers of an entry have in common: from the version on that reads it up to its sizes.
  static void put_facts(ZipText& text, const Entry& entry) {
    constexpr int plain = 20;
    constexpr int with_64_bits = 45;
    constexpr int first_of_january_1980 = 0x21;
    constexpr int utf8_name = 0x800;
    text.put(entry.is_large ? with_64_bits : plain, 2).put(utf8_name, 2);
    text.put(entry.is_deflated ? zip_deflated : zip_stored, 2).put(0, 2).put(first_of_january_1980, 2);
    text.put(entry.checksum, 4);
    text.put(entry.is_large ? zip_elsewhere : entry.packed_size, 4).put(entry.is_large ? zip_elsewhere : entry.size, 4);
    text.put(static_cast<std::int64_t>(entry.name.size()), 2);
  }

  static std::string local_header(const Entry& entry) {
    ZipText text;
    text.put(zip_local_mark, 4);
    put_facts(text, entry);
    text.put(entry.is_large ? 20 : 0, 2).put(entry.name);
    if (entry.is_large) text.put(1, 2).put(16, 2).put(entry.size, 8).put(entry.packed_size, 8);
    return text.text();
  }

  [[nodiscard]] std::string central_header(const Entry& entry) const {
    const bool is_far = entry.offset >= limit_;
    const int numbers = (entry.is_large ? 16 : 0) + (is_far ? 8 : 0);
    constexpr int version_of_unix = 3 << 8 | 45;
    ZipText text;
    text.put(zip_central_mark, 4).put(version_of_unix, 2);
    put_facts(text, entry);
    text.put(numbers > 0 ? 4 + numbers : 0, 2).put(0, 2).put(0, 2).put(0, 2).put(std::int64_t{0600} << 16, 4);
    text.put(bounded(entry.offset), 4).put(entry.name);
    if (numbers > 0) text.put(1, 2).put(numbers, 2);
    if (entry.is_large) text.put(entry.size, 8).put(entry.packed_size, 8);
    if (is_far) text.put(entry.offset, 8);
    return text.text();
  }

  [[nodiscard]] std::string end_of_directory(std::int64_t begin, std::int64_t size) const {
    const auto count = static_cast<std::int64_t>(entries_.size());
    constexpr std::int64_t most_counted = 0xFFFF;
    ZipText text;
    if (begin >= limit_ || size >= limit_ || count >= most_counted) {
      text.put(zip64_end_mark, 4).put(zip64_end_size - 12, 8).put(45, 2).put(45, 2).put(0, 4).put(0, 4);
      text.put(count, 8).put(count, 8).put(size, 8).put(begin, 8);
      text.put(zip64_locator_mark, 4).put(0, 4).put(begin + size, 8).put(1, 4);
    }
    const std::int64_t said = count < most_counted ? count : most_counted;
    text.put(zip_end_mark, 4).put(0, 2).put(0, 2).put(said, 2).put(said, 2);
    text.put(bounded(size), 4).put(bounded(begin), 4).put(0, 2);
    return text.text();
  }

  // Returns how many bytes came out.
  std::int64_t deflate(const void* head, std::int64_t head_size, const void* body, std::int64_t body_size) {
    z_stream zlib = {};
    constexpr int no_frame = -MAX_WBITS;
    if (::deflateInit2(&zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, no_frame, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY) !=
        Z_OK)
      throw std::bad_alloc();
    const Ending ending{zlib};
    const std::int64_t begin = offset_;
    deflate_part(zlib, head, head_size, Z_NO_FLUSH);
    deflate_part(zlib, body, body_size, Z_FINISH);
    return offset_ - begin;
  }

  struct Ending {
    z_stream& zlib;
    ~Ending() { ::deflateEnd(&zlib); }
  };

  void deflate_part(z_stream& zlib, const void* from, std::int64_t bytes, int last_flush) {
    const auto* next = static_cast<const Bytef*>(from);
    do {
      const auto count = static_cast<uInt>(bytes_at_once(bytes));
      bytes -= count;
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): zlib reads it only
      zlib.next_in = const_cast<Bytef*>(next);
      zlib.avail_in = count;
      next += count;
      deflate_piece(zlib, bytes > 0 ? Z_NO_FLUSH : last_flush);
    } while (bytes > 0);
  }

  // All that is there to read.
  void deflate_piece(z_stream& zlib, int flush) {
    unsigned char piece[32768];
    do {
      zlib.next_out = piece;
      zlib.avail_out = sizeof piece;
      ::deflate(&zlib, flush);
      write(piece, std::int64_t{sizeof piece} - zlib.avail_out);
    } while (zlib.avail_out == 0);
  }

  OutputFile& file_;
  std::int64_t limit_;
  std::int64_t offset_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace shapeproof::detail
