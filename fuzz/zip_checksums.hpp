// SPDX-License-Identifier: BSL-1.0
// Which checksum should each entry of a ZIP archive have? The one of what is stored there, or of what inflate makes of it.
// The format: APPNOTE.TXT of PKWARE. This knows as little of it as it needs, and reads no byte beyond the archive.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <vector>

namespace fuzz {

inline std::uint32_t number_at(const unsigned char* bytes, int width) {
  std::uint32_t number = 0;
  for (int i = width - 1; i >= 0; --i) number = number << 8 | bytes[i];
  return number;
}
inline void put_number(unsigned char* bytes, std::uint32_t number) {
  for (int i = 0; i < 4; ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
}

inline std::uint32_t checksum_of(const unsigned char* packed, std::size_t size, bool is_deflated) {
  const auto count = static_cast<uInt>(size);
  if (!is_deflated) return static_cast<std::uint32_t>(::crc32(0, packed, count));
  std::vector<unsigned char> plain(std::size_t{1} << 16);
  z_stream stream = {};
  stream.next_in = const_cast<unsigned char*>(packed);  // zlib's interface; it does not write there
  stream.avail_in = count;
  stream.next_out = plain.data();
  stream.avail_out = static_cast<uInt>(plain.size());
  if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  ::inflate(&stream, Z_FINISH);
  const auto made = static_cast<uInt>(stream.next_out - plain.data());
  ::inflateEnd(&stream);
  return static_cast<std::uint32_t>(::crc32(0, plain.data(), made));
}

// In the directory and in front of the data. What is no entry, or lies elsewhere than it says, is left alone.
inline void put_zip_checksums(unsigned char* bytes, std::size_t size) {
  constexpr std::size_t directory_entry = 46;
  constexpr std::size_t local_header = 30;
  for (std::size_t at = 0; at + directory_entry <= size; ++at) {
    unsigned char* const entry = bytes + at;
    if (number_at(entry, 4) != 0x02014B50U) continue;
    const std::uint32_t method = number_at(entry + 10, 2);
    const std::size_t packed = number_at(entry + 20, 4);
    const std::size_t local = number_at(entry + 42, 4);
    if (local > size || size - local < local_header || number_at(bytes + local, 4) != 0x04034B50U) continue;
    const std::size_t data = local + local_header + number_at(bytes + local + 26, 2) + number_at(bytes + local + 28, 2);
    if (data > size || packed > size - data) continue;
    const std::uint32_t checksum = checksum_of(bytes + data, packed, method == 8);
    put_number(entry + 16, checksum);
    // With bit 3 it stands behind the data.
    const bool is_streamed = (number_at(bytes + local + 6, 2) & 8U) != 0;
    if (!is_streamed) put_number(bytes + local + 14, checksum);
    else if (size - data - packed >= 8) put_number(bytes + data + packed + 4, checksum);
  }
}

}  // namespace fuzz
