// SPDX-License-Identifier: BSL-1.0
// JPEG.
#include "fuzz.hpp"

#include <shapeproof/io/jpeg.hpp>

using namespace shapeproof;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  fuzz::input().hold(bytes, size);
  // The pixels; and for a progressive image its numbers, two bytes for each.
  constexpr std::size_t growth = std::size_t{2048} * 3;
  const auto image = fuzz::taken_within(growth, size, [&] { return load_jpeg(fuzz::input().path()); });
  if (!image) return 0;
  const Extents& extents = image->extents();
  fuzz::require(extents.rank == 3 && (extents[2] == 1 || extents[2] == 3), "an image of another rank");
  return 0;
}
