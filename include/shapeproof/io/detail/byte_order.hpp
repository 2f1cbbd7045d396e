// SPDX-License-Identifier: BSL-1.0
// How do elements of a file in the other order of bytes become this machine's? They are turned in place.
// run time only: tests/io/npy.cpp
#pragma once

#include <bit>

#include "../../element.hpp"

namespace shapeproof::detail {

// not a sentence: only compilers for other machines say it
static_assert(std::endian::native == std::endian::little, "reading files: written for little-endian machines");

inline std::uint16_t reversed(std::uint16_t word) { return __builtin_bswap16(word); }
inline std::uint32_t reversed(std::uint32_t word) { return __builtin_bswap32(word); }
inline std::uint64_t reversed(std::uint64_t word) { return __builtin_bswap64(word); }

template <class Word>
void reverse_words(unsigned char* bytes, std::int64_t byte_count) {
  for (std::int64_t at = 0; at < byte_count; at += std::int64_t{sizeof(Word)}) {
    Word word;
    __builtin_memcpy(&word, bytes + at, sizeof word);
    word = reversed(word);
    __builtin_memcpy(bytes + at, &word, sizeof word);
  }
}

// A complex number is two words.
inline void reverse_bytes(ElementType type, unsigned char* bytes, std::int64_t byte_count) {
  switch (type >= ElementType::complex64 ? bytes_of(type) / 2 : bytes_of(type)) {
    case 2:
      return reverse_words<std::uint16_t>(bytes, byte_count);
    case 4:
      return reverse_words<std::uint32_t>(bytes, byte_count);
    case 8:
      return reverse_words<std::uint64_t>(bytes, byte_count);
    default:
      return;
  }
}

}  // namespace shapeproof::detail
