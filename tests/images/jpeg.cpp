// SPDX-License-Identifier: BSL-1.0
// JPEG images as Pillow wrote them, against what Pillow decodes, and what is said about others.
#include "../catch.hpp"
#include "../io/scratch.hpp"
#include "samples.hpp"

#include <cstdlib>

#include <shapeproof/io/jpeg.hpp>

using namespace shapeproof;
using images::vector_path;

namespace {

inline constexpr auto H = axis("H"), W = axis("W");

std::string bytes_of(const std::string& name) { return scratch::bytes_of_file(vector_path(name)); }

// Decoders may round otherwise.
template <class S>
void check_decoded(const std::string& name) {
  CAPTURE(name);
  const auto image = load_jpeg<std::uint8_t, S>(vector_path(name));
  const std::string expected = bytes_of(name + ".raw");
  REQUIRE(image.element_count() == static_cast<std::int64_t>(expected.size()));
  int differing = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    differing += std::abs(image.data()[i] - static_cast<unsigned char>(expected[i])) > 2 ? 1 : 0;
  }
  CHECK(differing == 0);
}

std::string refusal(const std::string& bytes) {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.jpg", bytes);
  return scratch::thrown_by([] { load_jpeg("x.jpg"); }).sentence;
}

}  // namespace

TEST_CASE("Baseline, progressive and grey JPEGs are decoded") {
  check_decoded<Shape<20, 24, 3>>("rgb.jpg");
  check_decoded<Shape<H, W, 3>>("progressive.jpg");
  check_decoded<Shape<H, W>>("gray.jpg");
  check_decoded<Shape<20, 24, 1>>("gray.jpg");
}

TEST_CASE("Through the door, a JPEG says what it is") {
  CHECK_THROWS_WITH((load_jpeg<std::uint8_t, Shape<H, W, 3>>(vector_path("gray.jpg"))),
                    ContainsSubstring("gray.jpg (grey): 480 elements, as [20, 24, 1], are wanted as [H, W, 3]"));
  CHECK_THROWS_WITH((load_jpeg<float, Shape<H, W, 3>>(vector_path("rgb.jpg"))),
                    ContainsSubstring("rgb.jpg (RGB): elements are uint8, wanted are float32"));
}

TEST_CASE("Inks, other formats and damaged images are refused") {
  const std::string rgb = bytes_of("rgb.jpg");
  CHECK(refusal("") == "x.jpg: byte 0: the file is empty; a JPEG image begins with \\xff\\xd8\\xff");
  CHECK(refusal(bytes_of("rgb.png")) == "x.jpg: byte 0: this is a PNG image; load_png of io/png.hpp reads it");
  CHECK(refusal(bytes_of("cmyk.jpg")) ==
        "x.jpg: the image is CMYK, of four inks; it must be converted to RGB before it is read");
  CHECK(refusal(rgb.substr(0, rgb.size() - 40)) ==
        "x.jpg: byte " + std::to_string(rgb.size() - 40) + ": the file ends here, in the middle of the image");
  std::string wrong = rgb;
  wrong[rgb.size() - 30] = '\xff';
  wrong[rgb.size() - 29] = '\xd7';
  CHECK(refusal(wrong).find("libjpeg says: Corrupt JPEG data") != std::string::npos);
  // The components of the frame and of its scan become two.
  std::string two = rgb;
  const std::size_t frame = rgb.find("\xff\xc0");
  two.erase(frame + 16, 3);
  two[frame + 3] = 14;
  two[frame + 9] = 2;
  const std::size_t scan = two.find("\xff\xda");
  two.erase(scan + 9, 2);
  two[scan + 3] = 10;
  two[scan + 4] = 2;
  CHECK(refusal(two) == "x.jpg: the image has 2 components of unknown meaning; grey (1) or RGB (3) is wanted");
}

TEST_CASE("A JPEG that speaks of more than the file can hold is refused before memory is taken") {
  std::string huge = bytes_of("rgb.jpg");
  const std::size_t frame = huge.find("\xff\xc0");
  huge.replace(frame + 5, 4, "\xff\xdc\xff\xdc");
  CHECK(refusal(huge) == "x.jpg: the header says [65500, 65500, 3] of uint8, but " + std::to_string(huge.size()) +
                             " bytes cannot hold more than " + std::to_string(2048 * huge.size()) + " bytes of pixels");
}

TEST_CASE("A progressive image of endlessly many scans is refused") {
  const std::string right = bytes_of("progressive.jpg");
  // One that sends coefficients 1 to 63 of one component: sent as a whole, it may come again.
  std::size_t at = right.find("\xff\xda");
  while (right.substr(at + 4, 1) != "\1" || right.substr(at + 7, 2) != "\x01\x3f") at = right.find("\xff\xda", at + 2);
  std::string scan = right.substr(at, right.find('\xff', at + 10) - at);
  scan[9] = '\0';
  std::string many = right.substr(0, at);
  for (int i = 0; i < 200; ++i) many += scan;
  CHECK_THAT(refusal(many + "\xff\xd9"), ContainsSubstring("the image has more than 100 scans"));
}
