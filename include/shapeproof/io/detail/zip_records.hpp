// SPDX-License-Identifier: BSL-1.0
// What does a zip archive say about its entries, and can it be true? Everything is read from the directory at its end and
// compared with what stands in front of each entry. Archives as NumPy writes them: the entries one behind the other, without
// a gap, then the directory, then its end.
// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3, 4.4, 4.5.3)
// run time only: tests/io/npz_malformed.cpp
#pragma once

#include "npy_header.hpp"

namespace shapeproof::detail {

// 64 bytes; in the archive each entry takes more than that.
struct ZipEntry {
  Excerpt name{};
  std::int64_t header_offset = 0;
  std::int64_t data_offset = 0;
  std::int64_t packed_size = 0;
  std::int64_t size = 0;
  std::uint32_t checksum = 0;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;
};

inline constexpr int zip_stored = 0;
inline constexpr int zip_deflated = 8;
// DEFLATE (RFC 1951) makes at most 258 bytes of 2 bits.
inline constexpr std::int64_t most_deflate_growth = 1032;

inline constexpr std::int64_t zip_local_size = 30;
inline constexpr std::int64_t zip_central_size = 46;
inline constexpr std::int64_t zip_end_size = 22;
inline constexpr std::int64_t zip64_end_size = 56;
inline constexpr std::int64_t zip64_locator_size = 20;
// Stands where a number needs 64 bits, and then stands elsewhere.
inline constexpr std::int64_t zip_elsewhere = 0xFFFFFFFF;

inline constexpr std::int64_t zip_local_mark = 0x04034B50;
inline constexpr std::int64_t zip_central_mark = 0x02014B50;
inline constexpr std::int64_t zip_end_mark = 0x06054B50;
inline constexpr std::int64_t zip64_end_mark = 0x06064B50;
inline constexpr std::int64_t zip64_locator_mark = 0x07064B50;
inline constexpr std::int64_t zip_descriptor_mark = 0x08074B50;

// Flags of an entry that change nothing about how it is read: how hard it was compressed, that its name is UTF-8.
inline constexpr int zip_flag_encrypted = 1;
inline constexpr int zip_flag_descriptor = 8;
inline constexpr int zip_known_flags = 2 | 4 | zip_flag_descriptor | 0x800;

inline const char* zip_method_name(int method) {
  switch (method) {
    case 9:
      return "deflate64";
    case 12:
      return "bzip2";
    case 14:
      return "LZMA";
    case 93:
      return "zstd";
    case 95:
      return "xz";
    default:
      return "a method that is not known here";
  }
}

// Bytes that were read from the archive, and where.
struct ZipBytes {
  const unsigned char* bytes;
  std::int64_t offset;  // in the archive

  [[nodiscard]] std::int64_t number(int at, int count) const { return little_endian(bytes + at, count); }
  [[nodiscard]] ZipBytes from(std::int64_t at) const { return {bytes + at, offset + at}; }
};

// Numbers of 64 bits are not negative in any file that fits on a disk.
inline std::int64_t zip_number(const FileFacts& file, const ZipBytes& record, int at, int count) {
  const std::int64_t number = record.number(at, count);
  if (number < 0) throw file.error_at(record.offset + at, "a size or place is more than 63 bits hold");
  return number;
}

// The numbers of 64 bits that an entry's extra fields hold for those that stand elsewhere, in their order.
class Zip64Numbers {
 public:
  Zip64Numbers(const FileFacts& file, const ZipBytes& extra, std::int64_t size) : file_(file), field_(extra) {
    constexpr int zip64_id = 1;
    std::int64_t at = 0;
    while (at < size) {
      if (size - at < 4) throw file.error_at(extra.offset + at, "the extra fields end within one");
      const ZipBytes field = extra.from(at);
      const std::int64_t length = field.number(2, 2);
      if (length > size - at - 4) throw file.error_at(field.offset, "an extra field is longer than all of them");
      if (field.number(0, 2) == zip64_id) hold(field, length);
      at += 4 + length;
    }
  }

  // `number`, or the next one of 64 bits where that stands elsewhere.
  std::int64_t resolve(std::int64_t number, const char* what) {
    if (number != zip_elsewhere) return number;
    if (next_ + 8 > length_) throw file_.error_at(field_.offset, what, " needs 64 bits, and no extra field holds them");
    const std::int64_t resolved = zip_number(file_, field_, 4 + next_, 8);
    next_ += 8;
    return resolved;
  }

 private:
  void hold(const ZipBytes& field, std::int64_t length) {
    if (length_ > 0) throw file_.error_at(field.offset, "a second extra field holds numbers of 64 bits");
    field_ = field;
    length_ = static_cast<int>(length);
  }

  const FileFacts& file_;
  ZipBytes field_;
  int length_ = 0;
  int next_ = 0;
};

// Where the directory is.
struct ZipEnd {
  std::int64_t count = 0;
  std::int64_t size = 0;
  std::int64_t offset = 0;
  std::int64_t end = 0;  // the byte behind it
};

inline void check_mark(const FileFacts& file, const ZipBytes& record, std::int64_t mark, const char* what) {
  if (record.number(0, 4) != mark) throw file.error_at(record.offset, what, " is wanted here; the archive is damaged");
}

// `record` is the archive's last 22 bytes.
inline ZipEnd read_zip_end(const FileFacts& file, const ZipBytes& record) {
  if (record.number(0, 4) != zip_end_mark || record.number(20, 2) != 0) {
    throw file.error_at(record.offset,
                        "the end of a zip directory is wanted here; the archive is cut off, or something follows it");
  }
  if (record.number(4, 2) != 0 || record.number(6, 2) != 0)
    throw file.error_at(record.offset + 4, "the archive is one of several parts; all in one file are wanted");
  if (record.number(8, 2) != record.number(10, 2))
    throw file.error_at(record.offset + 8, "the archive says it holds ", record.number(10, 2), " entries, and ",
                        record.number(8, 2), " of them");
  return {record.number(8, 2), record.number(12, 4), record.number(16, 4), record.offset};
}

// `record` holds the numbers of 64 bits, in front of the end.
inline ZipEnd read_zip64_end(const FileFacts& file, const ZipBytes& record) {
  check_mark(file, record, zip64_end_mark, "the end of a zip64 directory");
  if (record.number(4, 8) != zip64_end_size - 12)
    throw file.error_at(record.offset + 4, "the end of the zip64 directory is ", record.number(4, 8), " bytes long; ",
                        zip64_end_size - 12, " are wanted");
  if (record.number(16, 4) != 0 || record.number(20, 4) != 0)
    throw file.error_at(record.offset + 16, "the archive is one of several parts; all in one file are wanted");
  const std::int64_t count = zip_number(file, record, 24, 8);
  if (count != record.number(32, 8))
    throw file.error_at(record.offset + 24, "the archive says it holds ", record.number(32, 8), " entries, and ", count,
                        " of them");
  return {count, zip_number(file, record, 40, 8), zip_number(file, record, 48, 8), record.offset};
}

inline void check_zip_end(const FileFacts& file, const ZipEnd& end) {
  if (end.size > end.end || end.offset != end.end - end.size)
    throw file.error_at(end.end, "the directory is said to be ", end.size, " bytes from byte ", end.offset,
                        " on, which does not end here");
  if (end.count > end.size / zip_central_size || end.count > file.size / (zip_central_size + zip_local_size))
    throw file.error_at(end.end, "a directory of ", end.size, " bytes cannot hold ", end.count, " entries");
}

// One record of the directory. `left`: how many bytes of the directory follow from here on.
inline ZipEntry read_central(const FileFacts& file, const ZipBytes& record, std::int64_t left,
                             std::int64_t& record_size) {
  if (left < zip_central_size) throw file.error_at(record.offset, "the directory ends within an entry");
  check_mark(file, record, zip_central_mark, "an entry of the directory");
  const std::int64_t name_size = record.number(28, 2);
  const std::int64_t extra_size = record.number(30, 2);
  record_size = zip_central_size + name_size + extra_size + record.number(32, 2);
  if (record_size > left) throw file.error_at(record.offset, "the directory ends within an entry");
  if (record.number(34, 2) != 0) throw file.error_at(record.offset + 34, "the entry is in another part of the archive");
  ZipEntry entry;
  entry.name = {reinterpret_cast<const char*>(record.bytes + zip_central_size), name_size};
  entry.flags = static_cast<std::uint16_t>(record.number(8, 2));
  entry.method = static_cast<std::uint16_t>(record.number(10, 2));
  entry.checksum = static_cast<std::uint32_t>(record.number(16, 4));
  Zip64Numbers numbers(file, record.from(zip_central_size + name_size), extra_size);
  entry.size = numbers.resolve(record.number(24, 4), "an entry's size");
  entry.packed_size = numbers.resolve(record.number(20, 4), "an entry's compressed size");
  entry.header_offset = numbers.resolve(record.number(42, 4), "an entry's place");
  return entry;
}

// What can be known of an entry without reading it. `offset` is that of its record in the directory.
inline void check_zip_entry(const FileFacts& file, const ZipEntry& entry, std::int64_t offset) {
  if ((entry.flags & zip_flag_encrypted) != 0) throw file.error_at(offset + 8, '\'', entry.name, "' is encrypted");
  if ((entry.flags & ~zip_known_flags) != 0)
    throw file.error_at(offset + 8, '\'', entry.name, "' has flags ", entry.flags, ", which are not known here");
  if (entry.method != zip_stored && entry.method != zip_deflated) {
    throw file.error_at(offset + 10, '\'', entry.name, "' is compressed with ", zip_method_name(entry.method),
                        " (method ", entry.method, "); numpy.savez and savez_compressed write what is read");
  }
  if (entry.method == zip_stored && entry.size != entry.packed_size)
    throw file.error_at(offset + 20, '\'', entry.name, "' is stored as ", entry.packed_size, " bytes and is ",
                        entry.size);
  if (entry.size / most_deflate_growth > entry.packed_size)
    throw file.error_at(offset + 24, '\'', entry.name, "' is said to be ", entry.size, " bytes; ", entry.packed_size,
                        " compressed ones hold at most ", most_deflate_growth, " times as many");
  for (std::int64_t i = 0; i < entry.name.size; ++i) {
    if (entry.name.begin[i] == '\0')
      throw file.error_at(offset + zip_central_size + i, "an entry's name holds a zero byte");
  }
}

// What stands in front of an entry must be what the directory says. `record` holds the fixed part and the extra fields;
// returns how long it is.
inline std::int64_t check_local(const FileFacts& file, const ZipEntry& entry, const ZipBytes& record,
                                const ZipBytes& extra, std::int64_t extra_size) {
  const auto differs = [&](int at, const char* what) {
    return file.error_at(record.offset + at, '\'', entry.name, "': ", what, " here and in the directory differ");
  };
  if (record.number(6, 2) != entry.flags) throw differs(6, "the flags");
  if (record.number(8, 2) != entry.method) throw differs(8, "the method");
  Zip64Numbers numbers(file, extra, extra_size);
  const std::int64_t size = numbers.resolve(record.number(22, 4), "an entry's size");
  const std::int64_t packed_size = numbers.resolve(record.number(18, 4), "an entry's compressed size");
  const std::int64_t checksum = record.number(14, 4);
  // Whoever could not go back wrote zeros, and what they should be behind the data.
  const bool is_said_later = (entry.flags & zip_flag_descriptor) != 0 && checksum == 0 && size == 0 && packed_size == 0;
  if (is_said_later) return zip_local_size + entry.name.size + extra_size;
  if (checksum != static_cast<std::int64_t>(entry.checksum)) throw differs(14, "the CRC-32");
  if (packed_size != entry.packed_size) throw differs(18, "the compressed size");
  if (size != entry.size) throw differs(22, "the size");
  return zip_local_size + entry.name.size + extra_size;
}

}  // namespace shapeproof::detail
