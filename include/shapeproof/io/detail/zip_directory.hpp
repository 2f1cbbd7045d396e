// SPDX-License-Identifier: BSL-1.0
// Which entries does a zip archive hold, and where? All of them are checked when the archive is opened: names that come
// once, places that touch and neither overlap nor leave a byte out.
// run time only: tests/io/npz_malformed.cpp
#pragma once

#include <algorithm>
#include <vector>

#include "file_kind.hpp"
#include "input_file.hpp"
#include "zip_records.hpp"

namespace shapeproof::detail {

inline void check_zip_magic(const InputFile& file) {
  const FileFacts& facts = file.facts();
  if (facts.size == 0) throw facts.error_at(0, "the file is empty; a zip archive is at least 22 bytes long");
  Opening opening;
  opening.size = facts.size < Opening::capacity ? facts.size : Opening::capacity;
  file.read_at(0, opening.bytes, opening.size);
  if (opening.begins_with("PK\x03\x04") || opening.begins_with("PK\x05\x06")) {
    if (facts.size < zip_end_size) throw facts.error_at(facts.size, "the archive ends here; it is cut off");
    return;
  }
  const char* kind = kind_of(opening, facts.size);
  if (*kind != '\0') throw facts.error_at(0, "this is ", kind);
  throw facts.error_at(0, "the file does not begin with PK, as zip archives and .npz files do");
}

class ZipDirectory {
 public:
  // `file` must outlive the directory.
  explicit ZipDirectory(const InputFile& file) : file_(file) {
    check_zip_magic(file);
    const ZipEnd end = find_end();
    check_zip_end(facts(), end);
    bytes_ = Buffer::allocate(static_cast<std::size_t>(end.size));
    file_.read_at(end.offset, bytes_.data(), end.size);
    read_entries(end);
    check_names();
    check_places(end.offset);
  }

  // In their order in the file.
  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

 private:
  [[nodiscard]] const FileFacts& facts() const { return file_.facts(); }

  template <std::int64_t Size>
  struct Record {
    unsigned char bytes[Size];
  };
  template <std::int64_t Size>
  ZipBytes read(Record<Size>& record, std::int64_t offset) const {
    file_.read_at(offset, record.bytes, Size);
    return {record.bytes, offset};
  }

  [[nodiscard]] ZipEnd find_end() const {
    Record<zip_end_size> record;
    const ZipEnd end = read_zip_end(facts(), read(record, facts().size - zip_end_size));
    const std::int64_t before = end.end - zip64_locator_size - zip64_end_size;
    if (before < 0) return end;
    Record<zip64_locator_size> locator_record;
    const ZipBytes locator = read(locator_record, end.end - zip64_locator_size);
    if (locator.number(0, 4) != zip64_locator_mark) return end;
    if (locator.number(8, 8) != before || locator.number(4, 4) != 0 || locator.number(16, 4) != 1)
      throw facts().error_at(locator.offset,
                             "the end of the zip64 directory does not stand in front of this, as it should");
    Record<zip64_end_size> end_record;
    const ZipEnd large = read_zip64_end(facts(), read(end_record, before));
    check_same(end, large);
    return large;
  }

  // What both ends say must agree, unless the smaller one cannot hold it.
  void check_same(const ZipEnd& end, const ZipEnd& large) const {
    const bool same_count = end.count == large.count || end.count == 0xFFFF;
    const bool same_size = end.size == large.size || end.size == zip_elsewhere;
    const bool same_offset = end.offset == large.offset || end.offset == zip_elsewhere;
    if (same_count && same_size && same_offset) return;
    throw facts().error_at(end.end, "the two ends of the directory, here and at byte ", large.end, ", differ");
  }

  void read_entries(const ZipEnd& end) {
    entries_.reserve(static_cast<std::size_t>(end.count));
    const ZipBytes all{static_cast<const unsigned char*>(bytes_.data()), end.offset};
    std::int64_t at = 0;
    for (std::int64_t i = 0; i < end.count; ++i) {
      std::int64_t size = 0;
      const ZipEntry entry = read_central(facts(), all.from(at), end.size - at, size);
      check_zip_entry(facts(), entry, end.offset + at);
      entries_.push_back(entry);
      at += size;
    }
    if (at != end.size)
      throw facts().error_at(end.offset + at, "the directory should end here, after ", end.count, " entries");
  }

  static int compare(const Excerpt& left, const Excerpt& right) {
    const std::int64_t size = left.size < right.size ? left.size : right.size;
    const int order = ::memcmp(left.begin, right.begin, static_cast<std::size_t>(size));
    return order != 0 ? order : left.size < right.size ? -1 : left.size > right.size ? 1 : 0;
  }

  void check_names() {
    std::sort(entries_.begin(), entries_.end(), [](const ZipEntry& left, const ZipEntry& right) {
      const int order = compare(left.name, right.name);
      return order != 0 ? order < 0 : left.header_offset < right.header_offset;
    });
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      if (compare(entries_[i - 1].name, entries_[i].name) == 0)
        throw facts().error_at(entries_[i].header_offset, "'", entries_[i].name, "' is here for the second time");
    }
  }

  void check_places(std::int64_t directory) {
    std::sort(entries_.begin(), entries_.end(),
              [](const ZipEntry& left, const ZipEntry& right) { return left.header_offset < right.header_offset; });
    std::int64_t end = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      ZipEntry& entry = entries_[i];
      const std::int64_t limit = i + 1 < entries_.size() ? entries_[i + 1].header_offset : directory;
      if (entry.header_offset != end)
        throw facts().error_at(end, "'", entry.name, "' should begin here, and begins at ", entry.header_offset);
      place(entry, limit);
      end = entry.data_offset + entry.packed_size;
      if ((entry.flags & zip_flag_descriptor) != 0) end = skip_descriptor(entry, end, limit);
      if (end != limit) throw facts().error_at(end, "'", entry.name, "' ends here, and what follows begins at ", limit);
    }
    if (end != directory) throw facts().error_at(end, "the directory should begin here, and begins at ", directory);
  }

  // Finds the entry's data, which end by `limit`, at the latest.
  void place(ZipEntry& entry, std::int64_t limit) const {
    if (limit - entry.header_offset < zip_local_size)
      throw facts().error_at(entry.header_offset, "there is no room for '", entry.name, "' here");
    Record<zip_local_size> record;
    const ZipBytes local = read(record, entry.header_offset);
    check_mark(facts(), local, zip_local_mark, "the beginning of an entry");
    const std::int64_t name_size = local.number(26, 2);
    const std::int64_t extra_size = local.number(28, 2);
    const std::int64_t rest = limit - entry.header_offset - zip_local_size;
    if (name_size != entry.name.size || name_size + extra_size > rest ||
        entry.packed_size > rest - name_size - extra_size)
      throw facts().error_at(entry.header_offset, "'", entry.name, "' with its ", entry.packed_size,
                             " bytes does not fit between here and byte ", limit);
    const Buffer tail = Buffer::allocate(static_cast<std::size_t>(name_size + extra_size));
    const ZipBytes name{static_cast<const unsigned char*>(tail.data()), entry.header_offset + zip_local_size};
    file_.read_at(name.offset, tail.data(), name_size + extra_size);
    if (compare(entry.name, {static_cast<const char*>(tail.data()), name_size}) != 0)
      throw facts().error_at(name.offset, "'", entry.name, "' has another name here than in the directory");
    entry.data_offset = entry.header_offset + check_local(facts(), entry, local, name.from(name_size), extra_size);
  }

  // Behind the data: the CRC-32 and both sizes, of 4 or 8 bytes each, with or without a mark.
  [[nodiscard]] std::int64_t skip_descriptor(const ZipEntry& entry, std::int64_t begin, std::int64_t limit) const {
    const std::int64_t size = limit - begin;
    if (size != 12 && size != 16 && size != 20 && size != 24)
      throw facts().error_at(begin, "the descriptor of '", entry.name, "' is wanted here, and nothing else");
    unsigned char bytes[24];
    file_.read_at(begin, bytes, size);
    const int marked = size == 16 || size == 24 ? 4 : 0;
    const int width = size >= 20 ? 8 : 4;
    const ZipBytes record{bytes, begin};
    const bool is_right = (marked == 0 || record.number(0, 4) == zip_descriptor_mark) &&
                          record.number(marked, 4) == static_cast<std::int64_t>(entry.checksum) &&
                          record.number(marked + 4, width) == entry.packed_size &&
                          record.number(marked + 4 + width, width) == entry.size;
    if (!is_right)
      throw facts().error_at(begin, "the descriptor of '", entry.name, "' says something else than the directory");
    return limit;
  }

  const InputFile& file_;
  Buffer bytes_;
  std::vector<ZipEntry> entries_;
};

}  // namespace shapeproof::detail
