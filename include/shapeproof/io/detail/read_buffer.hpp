// SPDX-License-Identifier: BSL-1.0
// How are many bytes read into memory that nobody has used? By the piece: the system makes the pages of one in one go, which
// costs less than stopping at each, and they are filled while the processor's cache still holds them. (Pages of 2 MiB would be
// faster still on real machines; on virtual ones, which first have to get them from their host, they were seen to take from a
// third to five times as long.)
#pragma once

#include <sys/mman.h>
#include <cstdint>

#include "../../buffer.hpp"

namespace shapeproof::detail {

// Only advice: where it is not taken, pages are made when they are first touched.
inline void make_pages(void* memory, std::int64_t bytes) {
#ifdef MADV_POPULATE_WRITE
  constexpr std::uintptr_t page = 4096;
  const auto begin = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(memory) + static_cast<std::uintptr_t>(bytes)) / page * page;
  if (begin >= end) return;
  // Memory that was used before, as this library keeps some, has its pages.
  unsigned char is_there = 0;
  void* first_page = static_cast<char*>(memory) + (begin - reinterpret_cast<std::uintptr_t>(memory));
  if (::mincore(first_page, page, &is_there) == 0 && (is_there & 1) != 0) return;
  static_cast<void>(::madvise(first_page, end - begin, MADV_POPULATE_WRITE));
#else
  static_cast<void>(memory);
  static_cast<void>(bytes);
#endif
}

// The bytes of a file, or of an archive's entry, from `offset` on.
template <class Source>
Buffer read_buffer(Source& source, std::int64_t offset, std::int64_t bytes) {
  Buffer buffer = Buffer::allocate(static_cast<std::size_t>(bytes));
  auto* to = static_cast<unsigned char*>(buffer.data());
  constexpr std::int64_t piece = std::int64_t{1} << 20;
  for (std::int64_t at = 0; at < bytes; at += piece) {
    const std::int64_t count = bytes - at < piece ? bytes - at : piece;
    if (bytes > piece) make_pages(to + at, count);
    source.read_at(offset + at, to + at, count);
  }
  return buffer;
}

}  // namespace shapeproof::detail
