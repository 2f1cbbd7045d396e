// SPDX-License-Identifier: BSL-1.0
// PNG images as Pillow wrote them, one of each kind, and what is said about what does not fit or is damaged.
#include "../catch.hpp"
#include "../io/scratch.hpp"
#include "samples.hpp"

#include <shapeproof/io/png.hpp>

using namespace shapeproof;
using images::vector_path;

namespace {

inline constexpr auto H = axis("H"), W = axis("W");

// Element i is (7 * i) % 251 of every image that Pillow wrote.
template <class T, class S>
void check_ramp(const char* name) {
  CAPTURE(name);
  const auto image = load_png<T, S>(vector_path(name));
  for (std::int64_t i = 0; i < image.element_count(); ++i) {
    CHECK(std::int64_t{image.data()[i]} == 7 * i % 251 * (sizeof(T) == 2 ? 257 : 1) + (sizeof(T) == 2 ? 1 : 0));
  }
}

std::string refusal(const std::string& bytes) {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.png", bytes);
  return scratch::thrown_by([] { load_png("x.png"); }).sentence;
}

std::string bytes_of(const char* name) { return scratch::bytes_of_file(vector_path(name)); }

// With its checksum left as it was.
std::string with_byte(std::string bytes, std::size_t at, char byte) {
  bytes[at] = byte;
  return bytes;
}

}  // namespace

TEST_CASE("Each kind of PNG has its channels and its bits") {
  check_ramp<std::uint8_t, Shape<5, 6, 1>>("gray.png");
  check_ramp<std::uint8_t, Shape<H, W>>("gray.png");
  check_ramp<std::uint8_t, Shape<H, W, 2>>("gray_alpha.png");
  check_ramp<std::uint8_t, Shape<H, W, 3>>("rgb.png");
  check_ramp<std::uint8_t, Shape<5, 6, 4>>("rgba.png");
  check_ramp<std::uint8_t, Shape<H, W, 3>>("interlaced.png");
  check_ramp<std::uint16_t, Shape<H, W>>("gray16.png");
  check_ramp<std::uint16_t, Shape<H, W, 3>>("rgb16.png");
}

TEST_CASE("A single bit of grey becomes black or white") {
  const auto image = load_png<std::uint8_t, Shape<5, 6>>(vector_path("bits.png"));
  for (int i = 0; i < 30; ++i) CHECK(int{image.data()[i]} == (7 * i % 251 > 100 ? 255 : 0));
}

TEST_CASE("A palette's image holds its colors") {
  const auto image = load_png<std::uint8_t, Shape<5, 6, 3>>(vector_path("palette.png"));
  const auto with_alpha = load_png<std::uint8_t, Shape<5, 6, 4>>(vector_path("palette_alpha.png"));
  for (int i = 0; i < 30; ++i) {
    const int color = 7 * i % 251 % 4;
    for (int c = 0; c < 3; ++c) {
      CHECK(int{image.data()[3 * i + c]} == 30 * color + 10 * (c + 1));
      CHECK(int{with_alpha.data()[4 * i + c]} == 30 * color + 10 * (c + 1));
    }
    CHECK(int{with_alpha.data()[4 * i + 3]} == (color == 1 ? 128 : 255));
  }
}

TEST_CASE("Other channels than wanted are explained") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  for (const char* name : {"rgba.png", "gray.png", "palette_alpha.png"}) scratch::write_bytes(name, bytes_of(name));
  CHECK_THROWS_WITH(
      (load_png<std::uint8_t, Shape<H, W, 3>>("rgba.png")),
      "rgba.png (8-bit RGBA): 120 elements, as [5, 6, 4], are wanted as [H, W, 3]: axis 2 is 4, wanted is "
      "3\n  Likely: RGBA images (4 channels), wanted is RGB (3): drop the alpha channel, or "
      "load_png<std::uint8_t, Shape<H, W, 4>> fits.");
  CHECK_THROWS_WITH((load_png<std::uint8_t, Shape<H, W, 3>>("palette_alpha.png")),
                    ContainsSubstring("palette_alpha.png (RGBA from a palette): 120 elements"));
  CHECK_THROWS_WITH((load_png<std::uint8_t, Shape<H, W, 3>>("gray.png")),
                    ContainsSubstring("gray.png (8-bit grey): 30 elements, as [5, 6, 1]") &&
                        ContainsSubstring("grey images (1 channel), wanted is RGB (3)"));
  CHECK_THROWS_WITH((load_png<std::uint8_t, Shape<4, H, W>>("rgba.png")),
                    ContainsSubstring("channels last (HWC), wanted first: permute<2, 0, 1>(x)"));
}

TEST_CASE("Other bits than wanted are explained, with what becomes of the numbers") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  for (const char* name : {"rgb.png", "rgb16.png"}) scratch::write_bytes(name, bytes_of(name));
  CHECK_THROWS_WITH((load_png<std::uint8_t, Shape<H, W, 3>>("rgb16.png")),
                    "rgb16.png (16-bit RGB): elements are uint16, wanted are uint8; take them as std::uint16_t, then "
                    "divide by 257 and cast");
  CHECK_THROWS_WITH((load_png<float, Shape<H, W, 3>>("rgb.png")),
                    "rgb.png (8-bit RGB): elements are uint8, wanted are float32; take them as std::uint8_t, then cast "
                    "and divide by 255");
  CHECK_THROWS_WITH((load_png<float, Shape<H, W, 3>>("rgb16.png")), ContainsSubstring("then cast and divide by 65535"));
  CHECK_THROWS_WITH((load_png<std::int64_t, Shape<H, W, 3>>("rgb.png")), ContainsSubstring("then cast"));
}

TEST_CASE("What is no PNG image, or not a whole one, is refused") {
  const std::string rgb = bytes_of("rgb.png");
  CHECK(refusal("") == "x.png: byte 0: the file is empty; a PNG image begins with \\x89PNG");
  CHECK(refusal("abc\x01") == "x.png: byte 0: the file begins otherwise; a PNG image begins with \\x89PNG");
  CHECK(refusal("\xff\xd8\xff\xe0") == "x.png: byte 0: this is a JPEG image; load_jpeg of io/jpeg.hpp reads it");
  CHECK(refusal("\x89PNG\n\x1a\n") ==
        "x.png: byte 4: the PNG was copied as text, which changed its bytes; copy it again as binary");
  CHECK(refusal(rgb.substr(0, rgb.size() - 1)) ==
        "x.png: byte " + std::to_string(rgb.size() - 1) + ": the file ends here, in the middle of the image");
  CHECK(refusal(with_byte(rgb, 19, 7)) == "x.png: byte 33: libpng says: IHDR: CRC error");
  CHECK(refusal(with_byte(rgb, 50, 7)).find("libpng says: ") != std::string::npos);
}

TEST_CASE("A header that speaks of more than the file can hold is refused before memory is taken") {
  // 65535 x 65535 pixels, rightly summed up.
  std::string huge = bytes_of("rgb.png");
  huge.replace(16, 8, std::string("\0\0\xff\xff\0\0\xff\xff", 8));
  huge.replace(29, 4, images::crc_of(huge.substr(12, 17)));
  REQUIRE(huge.size() == 92);
  CHECK(refusal(huge) ==
        "x.png: the header says [65535, 65535, 3] of uint8, but 92 bytes cannot hold more than 94944 bytes of pixels");
}

TEST_CASE("A color that the palette has not is refused") {
  std::string wrong = bytes_of("palette.png");
  // The palette's chunk says four colors, 12 bytes: it becomes one of three, and nothing else changes.
  const std::size_t at = wrong.find("PLTE");
  std::string chunk = wrong.substr(at, 4 + 9);
  wrong.replace(at - 4, 4 + 4 + 12 + 4, std::string("\0\0\0\x09", 4) + chunk + images::crc_of(chunk));
  CHECK(refusal(wrong) == "x.png: the pixel in row 0, column 1 has color 3 of a palette of 3");
}
