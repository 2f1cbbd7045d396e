// SPDX-License-Identifier: BSL-1.0
// PNG. libFuzzer finds no checksum, so that those of the chunks it makes are put right.
#include "fuzz.hpp"

#include <zlib.h>
#include <shapeproof/io/png.hpp>

using namespace shapeproof;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  fuzz::input().hold(bytes, size);
  // A byte that is deflated becomes 1032, of one bit each up to 8 pixels of 4 bytes; and a palette's pixels are kept beside.
  constexpr std::size_t growth = std::size_t{1032} * 8 * 5;
  const auto image = fuzz::taken_within(growth, size, [&] { return load_png(fuzz::input().path()); });
  if (!image) return 0;
  const Extents& extents = image->extents();
  fuzz::require(extents.rank == 3 && extents[2] >= 1 && extents[2] <= 4, "an image of another rank");
  return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

namespace {

// Length, type, data, checksum, each number with its highest byte first.
void put_chunk_checksums(unsigned char* bytes, std::size_t size) {
  constexpr std::size_t frame = 12;
  for (std::size_t at = 8; at + frame <= size;) {
    const std::size_t length = std::size_t{bytes[at]} << 24 | std::size_t{bytes[at + 1]} << 16 |
                               std::size_t{bytes[at + 2]} << 8 | bytes[at + 3];
    if (length > size - at - frame) return;
    const uLong checksum = ::crc32(0, bytes + at + 4, static_cast<uInt>(length + 4));
    for (std::size_t i = 0; i < 4; ++i) {
      bytes[at + 8 + length + i] = static_cast<unsigned char>(checksum >> (24 - 8 * i));
    }
    at += frame + length;
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  size = LLVMFuzzerMutate(bytes, size, most);
  if (seed % 8 != 0) put_chunk_checksums(bytes, size);
  return size;
}
