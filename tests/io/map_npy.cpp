// SPDX-License-Identifier: BSL-1.0
// .npy files that are used where they lie: nothing is copied before somebody writes, and the file never changes.
#include "catch.hpp"
#include "npy_bytes.hpp"
#include "requests.hpp"
#include "scratch.hpp"

#include <cstring>

#include <shapeproof/io/npy.hpp>

using namespace shapeproof;

namespace {

std::string vector_path(const std::string& name) { return SHAPEPROOF_TEST_DATA "/vectors/npy/" + name + ".npy"; }

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { map_npy(path); }).sentence;
}

Tensor<float, Shape<100, 3>> numbers() {
  Tensor<float, Shape<100, 3>> made;
  float next = 0;
  for (float& number : made.writable_span()) number = next++;
  return made;
}

}  // namespace

TEST_CASE("A mapped array holds what a loaded one does, and knows its file") {
  for (const char* name : {"f4_little", "i1_little", "i8_little", "c16_little", "b1_little", "rank_8", "empty"}) {
    CAPTURE(name);
    const AnyTensor mapped = map_npy(vector_path(name));
    const AnyTensor loaded = load_npy(vector_path(name));
    CHECK(mapped.element_type() == loaded.element_type());
    CHECK(mapped.extents() == loaded.extents());
    CHECK(std::memcmp(mapped.data(), loaded.data(), static_cast<std::size_t>(loaded.byte_count())) == 0);
    CHECK(mapped.origin() == vector_path(name));
  }
}

TEST_CASE("Mapping goes through the door") {
  constexpr auto N = axis("N");
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  save_npy("x.npy", numbers());
  CHECK(map_npy<float, Shape<N, 3>>("x.npy").extent<0>() == 100);
  CHECK_THROWS_WITH((map_npy<float, Shape<64, 3>>("x.npy")),
                    ContainsSubstring("x.npy: 300 elements, as [100, 3], are wanted as [64, 3]: "));
  CHECK_THROWS_AS((map_npy<double, Shape<N, 3>>("x.npy")), ElementTypeError);
  CHECK_THROWS_AS((map_npy<double, Shape<N, 3>>("y.npy")), FileError);
}

TEST_CASE("Who writes to a mapped tensor writes to a copy") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  save_npy(path, numbers());
  const std::string before = scratch::bytes_of_file(path);
  auto mapped = map_npy<float, Shape<100, 3>>(path);
  const auto other = mapped;
  const float* in_place = mapped.data();
  CHECK(other.data() == in_place);
  mapped.writable_data()[0] = -1;
  CHECK(mapped.data() != in_place);
  CHECK(mapped(0, 0) == -1);
  CHECK(other(0, 0) == 0);
  CHECK(other(99, 2) == 299);
  CHECK(scratch::bytes_of_file(path) == before);
  // Alone, it is not written in place either.
  auto alone = map_npy<float, Shape<100, 3>>(path);
  alone.writable_data()[5] = -1;
  CHECK(alone(1, 2) == -1);
  CHECK(scratch::bytes_of_file(path) == before);
}

TEST_CASE("A mapping outlives the file's name, and a file that is replaced") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  save_npy(path, numbers());
  const auto mapped = map_npy<float, Shape<100, 3>>(path);
  save_npy(path, Tensor<float, Shape<2>>{});
  CHECK(mapped(99, 2) == 299);
  std::filesystem::remove(path);
  CHECK(mapped(50, 0) == 150);
}

TEST_CASE("Mapping takes no memory for the elements, however many there are") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  constexpr std::int64_t count = std::int64_t{1} << 30;
  {
    const Sentence header = detail::npy_header_for(ElementType::float32, Extents(ShapeValue(count)));
    scratch::write_bytes(path, std::string(header.data(), header.size()));
    std::filesystem::resize_file(path, header.size() + 4 * std::uintmax_t{count});  // a hole: it takes no room
  }
  requests::seen = {};
  const auto mapped = map_npy<float, Shape<dyn>>(path);
  CHECK(requests::seen.sum < 4096);
  CHECK(mapped.extent<0>() == count);
  CHECK(mapped.data()[count - 1] == 0);
}

TEST_CASE("Elements that a processor cannot use in place are refused, with what reads them") {
  CHECK_THAT(refusal(vector_path("f4_big")),
             ContainsSubstring(
                 "cannot be mapped: its elements have the highest byte first (big-endian); load_npy converts them"));
  CHECK_THAT(
      refusal(vector_path("f4_columns")),
      ContainsSubstring("cannot be mapped: its elements lie in columns (Fortran order); load_npy converts them"));
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  const std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}";
  scratch::write_bytes(path, npy_bytes::file(header, std::string(8, '\0')));
  CHECK(refusal(path) == path +
                             ": byte 65: cannot be mapped: the data of float32 begin here, at no multiple of 4 bytes; "
                             "load_npy reads them");
  CHECK(load_npy<float, Shape<2>>(path)(1) == 0);
  // Columns of one axis are rows.
  const std::string one = "{'descr': '<f4', 'fortran_order': True, 'shape': (2,)}";
  scratch::write_bytes(path, npy_bytes::file(one + "            ", std::string(8, '\0')));
  CHECK(map_npy<float, Shape<2>>(path)(1) == 0);
}

TEST_CASE("A mapped bool is 0 or 1 as well") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  std::string bytes = scratch::bytes_of_file(vector_path("b1_little"));
  bytes[130] = '\x02';
  scratch::write_bytes(path, bytes);
  CHECK(refusal(path) == path + ": byte 130: a bool is 2; 0 or 1 is wanted");
}

TEST_CASE("What the system does not map says so") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  scratch::write_bytes(path, "");
  const detail::InputFile file(path);
  CHECK(scratch::thrown_by([&] { const detail::MappedFile mapped(file); }).sentence ==
        path + ": cannot be mapped into memory: Invalid argument");
}
