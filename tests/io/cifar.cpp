// SPDX-License-Identifier: BSL-1.0
// The binary version of CIFAR-10 and CIFAR-100, of two records each, and what is said about other files.
#include "catch.hpp"
#include "scratch.hpp"
#include "ten_thousand.hpp"

#include <shapeproof/io/cifar.hpp>

using namespace shapeproof;

namespace {

std::string vector_path(const char* name) { return std::string(SHAPEPROOF_TEST_DATA "/vectors/datasets/") + name; }

// Pixel i of record r is (7 * i + r) % 251.
template <class Images>
void check_pixels(const Images& images, std::int64_t first) {
  for (std::int64_t record = 0; record < 2; ++record) {
    int differing = 0;
    for (std::int64_t i = 0; i < 3072; ++i) {
      differing += images.data()[(first + record) * 3072 + i] == (7 * i + record) % 251 ? 0 : 1;
    }
    CHECK(differing == 0);
  }
}

template <class Load>
std::string refusal(const std::string& bytes, const Load& load) {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.bin", bytes);
  return scratch::thrown_by([&] { load("x.bin"); }).sentence;
}
const auto read_10 = [](const std::string& path) { load_cifar10(path); };
const auto read_100 = [](const std::string& path) { load_cifar100(path); };

}  // namespace

TEST_CASE("CIFAR-10: images and labels of several files are one") {
  const std::string path = vector_path("cifar10.bin");
  const auto [images, labels] = load_cifar10(path, path, path.c_str());
  CHECK(images.shape() == ShapeValue(axis("N")(6), 3, 32, 32));
  for (const int first : {0, 2, 4}) {
    check_pixels(images, first);
    CHECK(int{labels(first)} == 2);
    CHECK(int{labels(first + 1)} == 5);
  }
}

TEST_CASE("CIFAR-100 has two labels for each image") {
  const Cifar100 data = load_cifar100(vector_path("cifar100.bin"));
  check_pixels(data.images, 0);
  CHECK(int{data.coarse_labels(1)} == 19);
  CHECK(int{data.fine_labels(0)} == 98);
  CHECK(int{data.fine_labels(1)} == 99);
}

TEST_CASE("What holds no whole records of the kind is refused") {
  const std::string ten = scratch::bytes_of_file(vector_path("cifar10.bin"));
  const std::string hundred = scratch::bytes_of_file(vector_path("cifar100.bin"));
  CHECK(refusal("", read_10) == "x.bin: byte 0: the file is empty; records are wanted");
  CHECK(refusal(ten, read_100) == "x.bin: these are records of 3073 bytes, as load_cifar10 reads them, not of 3074");
  CHECK(refusal(hundred, read_10) ==
        "x.bin: these are records of 3074 bytes, as load_cifar100 reads them, not of 3073");
  CHECK(
      refusal(ten + "x", read_10) ==
      "x.bin: byte 6146: the last record ends early: 6147 bytes are no whole number of CIFAR-10 records of 3073 bytes");
  CHECK(refusal(ten.substr(0, 3072), read_10) ==
        "x.bin: byte 0: the last record ends early: 3072 bytes are no whole number of CIFAR-10 records of 3073 bytes");
  CHECK(refusal("\x80\x04\x95", read_10) ==
        "x.bin: byte 0: this is a Python pickle; save the arrays in it with numpy.save");
  CHECK(refusal("\x1f\x8b\x08", read_10) == "x.bin: byte 0: this is gzip data; gunzip it first");
  std::string wrong = ten;
  wrong[3073] = '\x0a';
  CHECK(refusal(wrong, read_10) == "x.bin: byte 3073: the label of record 1 is 10; 0 to 9 is wanted in CIFAR-10");
  wrong = hundred;
  wrong[3075] = '\x64';
  CHECK(refusal(wrong, read_100) ==
        "x.bin: byte 3075: the fine label of record 1 is 100; 0 to 99 is wanted in CIFAR-100");
}

TEST_CASE("Ten thousand damaged CIFAR files") {
  const std::string ten[] = {scratch::bytes_of_file(vector_path("cifar10.bin"))};
  damage::check_ten_thousand(ten, 1, {3'000, 6'000}, read_10);
  const std::string hundred[] = {scratch::bytes_of_file(vector_path("cifar100.bin"))};
  damage::check_ten_thousand(hundred, 1, {3'000, 6'000}, read_100);
}
