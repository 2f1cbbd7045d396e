// SPDX-License-Identifier: BSL-1.0
// IDX, plain and gzip: what is read of a plain file is, byte by byte, what it holds.
#include "fuzz.hpp"

#include <shapeproof/io/idx.hpp>

using namespace shapeproof;

namespace {

// The highest byte comes first in the file.
bool is_held(const AnyTensor& read, const unsigned char* bytes, std::size_t size) {
  const std::size_t width = static_cast<std::size_t>(bytes_of(read.element_type()));
  const std::size_t header = 4 + 4 * static_cast<std::size_t>(read.extents().rank);
  const auto* elements = static_cast<const unsigned char*>(read.data());
  if (header + static_cast<std::size_t>(read.byte_count()) != size) return false;
  for (std::size_t i = 0; i + header < size; ++i) {
    const std::size_t mirrored = i / width * width + (width - 1 - i % width);
    if (elements[i] != bytes[header + mirrored]) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  fuzz::input().hold(bytes, size);
  const bool is_gzip = size > 1 && bytes[0] == 0x1F && bytes[1] == 0x8B;
  const auto read = fuzz::taken_within(is_gzip ? 1032 : 1, size, [&] { return load_idx(fuzz::input().path()); });
  fuzz::require(!read || is_gzip || is_held(*read, bytes, size), "read otherwise than it stands there");
  return 0;
}
