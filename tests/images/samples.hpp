// SPDX-License-Identifier: BSL-1.0
// Where are the images of these tests, and how is a PNG's chunk summed up?
#pragma once

#include <zlib.h>

#include <string>

namespace images {

inline std::string vector_path(const std::string& name) { return SHAPEPROOF_TEST_DATA "/vectors/datasets/" + name; }

inline std::string crc_of(const std::string& chunk) {
  const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size()));
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(sum >> shift & 0xFF);
  return bytes;
}

}  // namespace images
