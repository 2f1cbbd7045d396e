// SPDX-License-Identifier: BSL-1.0
// Files of elements and nothing else: the bytes must be as many as the shape and type say.
#include "catch.hpp"
#include "damage.hpp"
#include "scratch.hpp"

#include <complex>

#include <shapeproof/io/raw.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N");

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { load_raw<float, Shape<N>>(path); }).sentence;
}

}  // namespace

TEST_CASE("Raw elements are read in either order of bytes, and an open extent is worked out") {
  const scratch::Directory directory;
  const std::string path = directory / "x.bin";
  scratch::write_bytes(path, std::string("\0\1\2\3\4\5\6\7\10\11\12\13", 12));
  const auto little = load_raw<std::uint16_t, Shape<N, 3>>(path);
  CHECK(little.extent<0>() == 2);
  CHECK(little(0, 0) == 0x0100);
  CHECK(little(1, 2) == 0x0B0A);
  const auto big = load_raw<std::uint16_t, Shape<2, 3>>(path, ByteOrder::big_endian);
  CHECK(big(0, 0) == 0x0001);
  CHECK(big(1, 2) == 0x0A0B);
  CHECK(load_raw<std::uint8_t, Shape<dyn>>(path, ByteOrder::big_endian)(11) == 11);
}

TEST_CASE("Raw elements come back as they were saved") {
  const scratch::Directory directory;
  const std::string path = directory / "x.bin";
  Tensor<std::complex<double>, Shape<5000>> written;
  double next = 0;
  for (auto& each : written.writable_span()) {
    each = {next, -1 - next};
    ++next;
  }
  for (const ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
    save_raw(path, written, order);
    CHECK(std::filesystem::file_size(path) == 80000);
    const auto read = load_raw<std::complex<double>, Shape<5000>>(path, order);
    CHECK(std::memcmp(read.data(), written.data(), 80000) == 0);
  }
  CHECK(scratch::bytes_of_file(path).substr(8, 8) == std::string("\xbf\xf0\0\0\0\0\0\0", 8));  // -1
}

TEST_CASE("A count of bytes that does not fit says why") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.bin", std::string(4 * 49152, '\0'));
  CHECK_THROWS_WITH(
      (load_raw<float, Shape<64, 3, 32, 32>>("x.bin")),
      ContainsSubstring("x.bin (196608 bytes): 49152 elements cannot fill Shape<64, 3, 32, 32>, which holds "
                        "196608; Shape<16, 3, 32, 32> would fit") &&
          ContainsSubstring("uint8"));
  CHECK_THROWS_AS((load_raw<float, Shape<64, 3, 32, 32>>("x.bin")), ShapeError);
  CHECK((load_raw<std::uint8_t, Shape<64, 3, 32, 32>>("x.bin").element_count()) == 196608);
  scratch::write_bytes("x.bin", std::string(11, '\0'));
  CHECK(refusal("x.bin") ==
        "x.bin: byte 8: the file ends within an element: 11 bytes are no multiple of 4, as float32 has; 2 elements "
        "leave 3");
  scratch::write_bytes("x.bin", std::string("\0\1\2", 3));
  CHECK(scratch::thrown_by([] { load_raw<bool, Shape<3>>("x.bin"); }).sentence ==
        "x.bin: byte 2: a bool is 2; 0 or 1 is wanted");
}

TEST_CASE("Raw files of every length are read or refused, and take no more memory than they are long") {
  const damage::MemoryFile file;
  damage::Chance chance(5);
  int read = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::size_t size = chance.below(400);
    file.hold(std::string(size, '\1'));
    requests::seen = {};
    try {
      const auto tensor = load_raw<float, Shape<N, 2, 3>>(file.path());
      CHECK(tensor.element_count() * 4 == static_cast<std::int64_t>(size));
      ++read;
    } catch (const FileError& error) {
      damage::check_error(error, file.path(), size);
      CHECK(size % 4 != 0);
    } catch (const ShapeError&) {
      CHECK((size % 24 != 0 || size == 0));
    }
    CHECK(requests::seen.largest <= size + 1024);
  }
  CHECK(read > 100);
}
