// SPDX-License-Identifier: BSL-1.0
// .npy: what is read is written and read again the same; where it can be mapped, that is the same too.
#include "fuzz.hpp"

#include <shapeproof/io/npy.hpp>

using namespace shapeproof;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string& path = fuzz::input().path();
  fuzz::input().hold(bytes, size);
  // Columns are put into rows in a second buffer.
  const auto read = fuzz::taken_within(3, size, [&] { return load_npy(path); });
  const auto mapped = fuzz::taken_within(1, size, [&] { return map_npy(path); });
  fuzz::require(!mapped || (read && fuzz::is_same(*read, *mapped)), "mapped otherwise than read");
  if (!read) return 0;
  save_npy(fuzz::output().path(), *read);
  fuzz::require(fuzz::is_same(*read, load_npy(fuzz::output().path())), "written otherwise than read");
  // Through a door, whatever the shape is.
  static_cast<void>(fuzz::taken([&] { return load_npy<float, Shape<axis("N"), 3>>(path); }));
  return 0;
}
