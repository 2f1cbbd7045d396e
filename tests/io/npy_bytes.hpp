// SPDX-License-Identifier: BSL-1.0
// Files in the .npy format, made by hand and rightly framed, whatever their header says.
#pragma once

#include <string>
#include <vector>

#include <shapeproof/io/detail/npy_header.hpp>

namespace npy_bytes {

// The frame of a version and a header's length, whether or not they are right.
inline std::string frame(int version, std::size_t length) {
  std::string bytes = "\x93NUMPY";
  bytes += static_cast<char>(version);
  bytes += '\0';
  for (int i = 0; i < (version == 1 ? 2 : 4); ++i) bytes += static_cast<char>(length >> (8 * i) & 0xFF);
  return bytes;
}

inline std::string file(const std::string& header, const std::string& data = "", int version = 1) {
  return frame(version, header.size()) + header + data;
}

// What the library reads from such bytes, without a file.
inline shapeproof::detail::NpyHeader read(const std::string& bytes) {
  // A copy of exactly that size, so that the address sanitizer sees each byte too much.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  const shapeproof::detail::FileFacts facts{"x.npy", static_cast<std::int64_t>(exact.size())};
  shapeproof::detail::Opening opening;
  while (opening.size < facts.size && opening.size < shapeproof::detail::Opening::capacity) {
    opening.bytes[opening.size] = static_cast<unsigned char>(exact[static_cast<std::size_t>(opening.size)]);
    ++opening.size;
  }
  const auto found = shapeproof::detail::read_npy_frame(facts, opening);
  return shapeproof::detail::read_npy_header(facts, found, exact.data() + found.text_offset);
}

}  // namespace npy_bytes
