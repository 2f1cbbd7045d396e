// SPDX-License-Identifier: BSL-1.0
// A directory of images by class: the order is torchvision's, and each thing that differs is named.
#include "../catch.hpp"
#include "../io/scratch.hpp"
#include "samples.hpp"

#include <shapeproof/io/image_folder.hpp>
#include <shapeproof/io/jpeg.hpp>
#include <shapeproof/io/png.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), H = axis("H"), W = axis("W");

// A PNG of one grey pixel says which file it was.
std::string pixel(unsigned char value) {
  const auto chunk = [](const std::string& text) {
    return std::string(3, '\0') + static_cast<char>(text.size() - 4) + text + images::crc_of(text);
  };
  std::string data(64, '\0');
  const unsigned char row[] = {0, value};
  uLongf size = data.size();
  REQUIRE(::compress(reinterpret_cast<Bytef*>(data.data()), &size, row, 2) == Z_OK);
  return "\x89PNG\r\n\x1a\n" + chunk(std::string("IHDR\0\0\0\1\0\0\0\1\10\0\0\0\0", 17)) +
         chunk("IDAT" + data.substr(0, size)) + chunk("IEND");
}

class Folder {
 public:
  void add(const std::string& name, const std::string& bytes) const {
    const auto path = directory_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    scratch::write_bytes(path.string(), bytes);
  }
  void make(const std::string& name) const { std::filesystem::create_directories(directory_.path() / name); }
  [[nodiscard]] std::string path() const { return directory_.path().string(); }

  [[nodiscard]] auto load() const {
    return load_image_folder<std::uint8_t, Shape<N, H, W>>(path(), png_images, jpeg_images);
  }
  [[nodiscard]] std::string refusal() const {
    const scratch::Inside inside(directory_);
    return scratch::thrown_by([] { load_image_folder<std::uint8_t, Shape<N, H, W>>(".", png_images, jpeg_images); })
        .sentence;
  }

 private:
  scratch::Directory directory_;
};

std::string vector_bytes(const char* name) { return scratch::bytes_of_file(images::vector_path(name)); }

}  // namespace

TEST_CASE("Images come class by class, in the order of directories and names") {
  const Folder folder;
  folder.add("b/2.png", pixel(7));
  folder.add("b/10.png", pixel(6));
  folder.add("a/x/1.png", pixel(2));
  folder.add("a/x/deep/1.png", pixel(5));
  folder.add("a/x-y/1.png", pixel(4));
  folder.add("a/z.PNG", pixel(1));
  folder.add("Z/1.png", pixel(0));
  folder.add("a/notes.txt", "not an image");
  folder.add("a/x/z.png", pixel(3));
  folder.add("1.png", "lies in no class");
  const auto [images, labels, classes] = folder.load();
  CHECK(classes == std::vector<std::string>{"Z", "a", "b"});
  REQUIRE(images.shape() == ShapeValue(N(8), H(1), W(1)));
  const int expected[] = {0, 1, 1, 1, 1, 1, 2, 2};
  for (int i = 0; i < 8; ++i) {
    CHECK(int{images.data()[i]} == i);
    CHECK(labels(i) == expected[i]);
  }
}

TEST_CASE("A directory without classes, and a class without images, are refused") {
  const Folder folder;
  CHECK(folder.refusal() == ".: there is no directory in it; one for each class is wanted");
  folder.add("a/1.png", pixel(1));
  folder.make("b");
  CHECK(folder.refusal() == "./b: there is no image in this class; a directory for each class is wanted");
  CHECK(scratch::thrown_by([&] {
          load_image_folder<std::uint8_t, Shape<N, H, W>>(folder.path() + "/c", png_images);
        }).sentence.find("no such file in") != std::string::npos);
}

TEST_CASE("The first image that differs is named") {
  const Folder folder;
  folder.add("a/1.png", pixel(1));
  folder.add("a/2.png", vector_bytes("gray.png"));
  CHECK(
      folder.refusal() ==
      "./a/2.png: the image is [5, 6, 1] of uint8 (8-bit grey), ./a/1.png is [1, 1, 1] of uint8 (8-bit grey); all must "
      "have one size");
}

TEST_CASE("Formats may be mixed; what is read by none of those given is an error") {
  const Folder folder;
  folder.add("a/1.jpg", vector_bytes("rgb.jpg"));
  folder.add("a/2.jpg", vector_bytes("progressive.jpg"));
  CHECK(load_image_folder<std::uint8_t, Shape<2, 20, 24, 3>>(folder.path(), png_images, jpeg_images).labels(1) == 0);
  CHECK(scratch::thrown_by([&] {
          load_image_folder<std::uint8_t, Shape<N, H, W, 3>>(folder.path(), png_images);
        }).sentence.find("this is a JPEG image; load_jpeg of io/jpeg.hpp reads it") != std::string::npos);
  folder.add("a/3.webp", "what this is");
  CHECK(folder.refusal().find("./a/3.webp: byte 0: this is text") == 0);
  folder.add("a/3.webp", "\x01\x02");
  CHECK(folder.refusal() ==
        "./a/3.webp: byte 0: the file begins otherwise; an image in one of the formats that were given is wanted");
}

TEST_CASE("Through the door, a folder says what its images are") {
  const Folder folder;
  folder.add("a/1.png", vector_bytes("rgba.png"));
  CHECK_THROWS_WITH(
      (load_image_folder<std::uint8_t, Shape<N, H, W, 3>>(folder.path(), png_images)),
      ContainsSubstring("(8-bit RGBA images): 120 elements, as [1, 5, 6, 4], are wanted as [N, H, W, 3]") &&
          ContainsSubstring("drop the alpha channel"));
  CHECK_THROWS_WITH((load_image_folder<float, Shape<N, H, W, 4>>(folder.path(), png_images)),
                    ContainsSubstring("then cast and divide by 255"));
}

TEST_CASE("A link that leads back is found") {
  const Folder folder;
  folder.add("a/1.png", pixel(1));
  std::filesystem::create_directory_symlink(folder.path() + "/a", folder.path() + "/a/again");
  CHECK(folder.refusal().find(": directories lie more than 30 deep; does a link lead back?") != std::string::npos);
}
