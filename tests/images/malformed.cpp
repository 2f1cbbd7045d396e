// SPDX-License-Identifier: BSL-1.0
// Ten thousand damaged images of each format. Damage inside a chunk's text or a coefficient may well be read.
#include "../catch.hpp"
#include "../io/scratch.hpp"
#include "../io/ten_thousand.hpp"
#include "samples.hpp"

#include <shapeproof/io/jpeg.hpp>
#include <shapeproof/io/png.hpp>

using namespace shapeproof;

namespace {

std::string bytes_of(const char* name) { return scratch::bytes_of_file(images::vector_path(name)); }

// A PNG whose chunks are rightly summed up again, so that the damage reaches what reads them.
std::string summed_up(std::string bytes) {
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
    if (size > bytes.size() - at - 12) break;
    bytes.replace(at + 8 + size, 4, images::crc_of(bytes.substr(at + 4, size + 4)));
    at += size + 12;
  }
  return bytes;
}

}  // namespace

TEST_CASE("Ten thousand damaged PNG images") {
  const std::string right[] = {bytes_of("rgb.png"), bytes_of("gray16.png"), bytes_of("palette_alpha.png"),
                               bytes_of("interlaced.png"), bytes_of("bits.png")};
  damage::check_ten_thousand(right, 33024, {0, 3'000}, [](const std::string& path) { load_png(path); });
}

TEST_CASE("Ten thousand damaged PNG images whose checksums are right") {
  const std::string right[] = {bytes_of("rgb.png"), bytes_of("gray16.png"), bytes_of("palette_alpha.png"),
                               bytes_of("interlaced.png"), bytes_of("bits.png")};
  const damage::MemoryFile file;
  damage::Chance chance(4);
  int read = 0;
  for (int i = 0; i < 10'000; ++i) {
    CAPTURE(i);
    const std::string bytes = summed_up(damage::damaged_bytes(chance.one_of(right), chance));
    read += damage::is_read(file, bytes, 33024 * bytes.size() + 4096, [](const std::string& path) { load_png(path); });
  }
  CAPTURE(read);
  CHECK(read > 300);
  CHECK(read < 5'000);
}

TEST_CASE("Ten thousand damaged JPEG images") {
  const std::string right[] = {bytes_of("rgb.jpg"), bytes_of("progressive.jpg"), bytes_of("gray.jpg")};
  damage::check_ten_thousand(right, 2048, {500, 6'000}, [](const std::string& path) { load_jpeg(path); });
}
