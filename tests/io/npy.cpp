// SPDX-License-Identifier: BSL-1.0
// .npy files, there and back: what NumPy writes is read, and what is written is what NumPy would have written.
// The files in vectors/npy/ are NumPy's own.
#include "catch.hpp"
#include "scratch.hpp"

#include <sys/stat.h>

#include <atomic>
#include <complex>
#include <cstring>
#include <thread>

#include <shapeproof/io/npy.hpp>

using namespace shapeproof;

namespace {

std::string vector_path(const std::string& name) { return SHAPEPROOF_TEST_DATA "/vectors/npy/" + name + ".npy"; }

// What make_vectors.py puts at the place `index`.
template <class T>
T vector_value(std::int64_t index) {
  const std::int64_t n = index * index - 5;
  if constexpr (std::is_same_v<T, bool>) return n > 0;
  else if constexpr (std::is_same_v<T, half> || std::is_floating_point_v<T>) return T(static_cast<float>(n) / 4);
  else if constexpr (detail::ComplexLike<T>) {
    using Part = typename T::value_type;
    return T(static_cast<Part>(n) / 4, static_cast<Part>(-n));
  } else return static_cast<T>(n);
}

template <class T>
bool has_vector_values(const DynamicTensor<T>& tensor) {
  for (std::int64_t i = 0; i < tensor.element_count(); ++i) {
    if (!(tensor.data()[i] == vector_value<T>(i))) return false;
  }
  return true;
}

template <class T>
Tensor<T, Shape<2, 3>> vector_tensor() {
  Tensor<T, Shape<2, 3>> tensor;
  for (std::int64_t i = 0; i < 6; ++i) tensor.writable_data()[i] = vector_value<T>(i);
  return tensor;
}

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { load_npy(path); }).sentence;
}

// The sentence of a vector's error, without the directory.
std::string vector_refusal(const std::string& name) {
  const std::string sentence = refusal(vector_path(name));
  const auto begin = sentence.rfind("/" + name);
  return begin == std::string::npos ? sentence : sentence.substr(begin + 1);
}

template <class T>
void check_element(const std::string& code) {
  CAPTURE(code);
  for (const char* order : {"_little", "_columns", "_big"}) {
    if (sizeof(T) == 1 && std::string(order) == "_big") continue;
    CAPTURE(order);
    const AnyTensor tensor = load_npy(vector_path(code + order));
    REQUIRE(tensor.holds<T>());
    CHECK(tensor.shape() == ShapeValue(2, 3));
    CHECK(has_vector_values(tensor.get<T>()));
  }
  const scratch::Directory directory;
  const std::string path = directory / "written.npy";
  const std::string expected = scratch::bytes_of_file(vector_path(code + "_little"));
  save_npy(path, vector_tensor<T>());
  CHECK(scratch::bytes_of_file(path) == expected);
  save_npy(path, DynamicTensor<T>(vector_tensor<T>()));
  CHECK(scratch::bytes_of_file(path) == expected);
  save_npy(path, load_npy(vector_path(code + "_columns")));
  CHECK(scratch::bytes_of_file(path) == expected);
}

}  // namespace

TEST_CASE("Every type of elements, in both orders, is read as NumPy means it and written as NumPy writes it") {
  check_element<bool>("b1");
  check_element<std::int8_t>("i1");
  check_element<std::int16_t>("i2");
  check_element<std::int32_t>("i4");
  check_element<std::int64_t>("i8");
  check_element<std::uint8_t>("u1");
  check_element<std::uint16_t>("u2");
  check_element<std::uint32_t>("u4");
  check_element<std::uint64_t>("u8");
  check_element<half>("f2");
  check_element<float>("f4");
  check_element<double>("f8");
  check_element<std::complex<float>>("c8");
  check_element<std::complex<double>>("c16");
}

TEST_CASE("long and long long are both int64") {
  const AnyTensor tensor = load_npy(vector_path("i8_little"));
  CHECK(has_vector_values(tensor.get<long>()));
  CHECK(has_vector_values(tensor.get<long long>()));
  const scratch::Directory directory;
  save_npy(directory / "x.npy", vector_tensor<long>());
  save_npy(directory / "y.npy", vector_tensor<long long>());
  CHECK(scratch::bytes_of_file(directory / "x.npy") == scratch::bytes_of_file(directory / "y.npy"));
}

TEST_CASE("Versions 2.0 and 3.0 are read") {
  CHECK(has_vector_values(load_npy(vector_path("version_2")).get<float>()));
  CHECK(has_vector_values(load_npy(vector_path("version_3")).get<float>()));
}

TEST_CASE("Arrays of every rank from 0 to 8, and empty ones, are read and written as NumPy does") {
  const scratch::Directory directory;
  const std::string path = directory / "written.npy";
  const std::pair<const char*, ShapeValue> arrays[] = {
      {"rank_0", {}}, {"rank_1", 7}, {"rank_8", {1, 2, 1, 3, 1, 2, 1, 2}}, {"empty", 0}};
  for (const auto& [name, shape] : arrays) {
    CAPTURE(name);
    const AnyTensor tensor = load_npy(vector_path(name));
    CHECK(tensor.shape() == shape);
    save_npy(path, tensor);
    CHECK(scratch::bytes_of_file(path) == scratch::bytes_of_file(vector_path(name)));
  }
  CHECK(has_vector_values(load_npy(vector_path("rank_0")).get<double>()));
  CHECK(has_vector_values(load_npy(vector_path("rank_1")).get<double>()));
  CHECK(has_vector_values(load_npy(vector_path("rank_8")).get<std::int16_t>()));
}

TEST_CASE("Columns become rows at every rank") {
  const AnyTensor rank_3 = load_npy(vector_path("rank_3_columns"));
  CHECK(rank_3.shape() == ShapeValue(3, 4, 5));
  CHECK(has_vector_values(rank_3.get<std::int32_t>()));
  const AnyTensor rank_4 = load_npy(vector_path("rank_4_columns_big"));
  CHECK(rank_4.shape() == ShapeValue(2, 3, 4, 5));
  CHECK(has_vector_values(rank_4.get<std::int16_t>()));
  const AnyTensor blocks = load_npy(vector_path("blocks_columns"));
  CHECK(blocks.shape() == ShapeValue(35, 67));
  CHECK(has_vector_values(blocks.get<std::uint16_t>()));
  CHECK(load_npy(vector_path("empty_columns")).shape() == ShapeValue(3, 0, 2));
}

TEST_CASE("Every bit of a number survives: NaN, infinity, -0 and the smallest ones") {
  const scratch::Directory directory;
  Tensor<float, Shape<6>> tensor;
  const std::uint32_t bits[] = {0x7FC12345, 0x7F800001, 0xFF800000, 0x80000000, 0x00000001, 0x7F7FFFFF};
  std::memcpy(tensor.writable_data(), bits, sizeof bits);
  save_npy(directory / "x.npy", tensor);
  const AnyTensor back = load_npy(directory / "x.npy");
  CHECK(std::memcmp(back.data(), bits, sizeof bits) == 0);
}

TEST_CASE("A path is a text, a std::string or a std::filesystem::path") {
  const scratch::Directory directory;
  const std::filesystem::path path = directory.path() / "x.npy";
  save_npy(path, vector_tensor<float>());
  CHECK(load_npy(path).rank() == 2);
  CHECK(load_npy(path.string()).rank() == 2);
  CHECK(load_npy(path.c_str()).rank() == 2);
  CHECK_THROWS_AS(load_npy(nullptr), FileError);
}

TEST_CASE("A tensor knows the file it was read from, and nobody else's buffer it is in") {
  const AnyTensor tensor = load_npy(vector_path("f4_little"));
  CHECK(tensor.origin() == vector_path("f4_little"));
  auto own = load_npy(vector_path("f4_little")).get<float>();
  const float* data = own.data();
  CHECK(own.writable_data() == data);
  CHECK(reinterpret_cast<std::uintptr_t>(data) % Buffer::alignment == 0);
  CHECK_THROWS_AS(tensor.get<double>(), ElementTypeError);
}

TEST_CASE("load_npy<T, S> goes through the door, which names the file") {
  constexpr auto rows = axis("rows");
  const Tensor<float, Shape<2, 3>> fixed = load_npy<float, Shape<2, 3>>(vector_path("f4_big"));
  CHECK(fixed(1, 2) == vector_value<float>(5));
  const auto named = load_npy<float, Shape<rows, 3>>(vector_path("f4_columns"));
  CHECK(named.extent<0>() == 2);
  CHECK(named(1, 2) == vector_value<float>(5));
  CHECK(load_npy<double, Shape<>>(vector_path("rank_0"))() == vector_value<double>(0));

  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  save_npy("my_data.npy", vector_tensor<float>());
  CHECK_THROWS_WITH((load_npy<float, Shape<4, 3>>("my_data.npy")),
                    ContainsSubstring("my_data.npy: 6 elements, as [2, 3], are wanted as [4, 3]: "));
  CHECK_THROWS_AS((load_npy<float, Shape<4, 3>>("my_data.npy")), ShapeError);
  CHECK_THROWS_AS((load_npy<double, Shape<2, 3>>("my_data.npy")), ElementTypeError);
  CHECK_THROWS_AS((load_npy<double, Shape<2, 3>>("my_dat.npy")), FileError);
}

TEST_CASE("A byte that is no bool is refused, where it stands") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  std::string bytes = scratch::bytes_of_file(vector_path("b1_little"));
  bytes[130] = '\x02';
  scratch::write_bytes(path, bytes);
  CHECK(refusal(path) == path + ": byte 130: a bool is 2; 0 or 1 is wanted");
  bytes[130] = '\xff';
  scratch::write_bytes(path, bytes);
  CHECK(refusal(path) == path + ": byte 130: a bool is 255; 0 or 1 is wanted");
}

TEST_CASE("Arrays of NumPy that no tensor holds are named") {
  CHECK(vector_refusal("dates") ==
        "dates.npy: byte 20: '<M8[ns]' stands for dates; array.astype('int64') can be saved and read");
  CHECK(vector_refusal("objects") ==
        "objects.npy: byte 20: '|O' stands for Python objects; if they are numbers, array.astype('float32') can be "
        "saved and read");
  CHECK(vector_refusal("structured") ==
        "structured.npy: byte 20: the array is structured; save each field alone, as array['name']");
  CHECK(
      vector_refusal("text") ==
      "text.npy: byte 20: '<U3' stands for text; if it spells numbers, array.astype('float32') can be saved and read");
  CHECK(vector_refusal("rank_9") == "rank_9.npy: byte 60: the array has rank 9, at most 8 are supported");
}

TEST_CASE("Every file that ends too early is refused") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  const std::string whole = scratch::bytes_of_file(vector_path("version_2"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    scratch::write_bytes(path, whole.substr(0, size));
    CHECK_THROWS_AS(load_npy(path), FileError);
  }
  scratch::write_bytes(path, whole + "x");
  CHECK_THROWS_AS(load_npy(path), FileError);
}

TEST_CASE("A write that fails leaves the old array, and nothing beside it") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  save_npy(path, vector_tensor<float>());
  const std::string before = scratch::bytes_of_file(path);
  std::filesystem::create_directory(directory / "y.npy");
  CHECK_THROWS_AS(save_npy(directory / "y.npy", vector_tensor<float>()), FileError);
  CHECK_THROWS_AS(save_npy(directory / "z/x.npy", vector_tensor<float>()), FileError);
  CHECK(scratch::bytes_of_file(path) == before);
  CHECK(directory.file_count() == 2);
}

TEST_CASE("Whoever reads while others write sees one whole array or the other") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  Tensor<std::int32_t, Shape<64, 64>> square;
  Tensor<std::int32_t, Shape<1000, 3>> tall;
  for (std::int32_t& value : square.writable_span()) value = 1;
  for (std::int32_t& value : tall.writable_span()) value = 2;
  save_npy(path, square);
  std::atomic<bool> is_done = false;
  std::atomic<int> wrong = 0;
  const auto read = [&] {
    while (!is_done) {
      const auto tensor = load_npy(path).get<std::int32_t>();
      const std::int32_t expected = tensor.shape() == ShapeValue(64, 64) ? 1 : 2;
      for (const std::int32_t value : tensor) wrong += value == expected ? 0 : 1;
    }
  };
  std::thread readers[] = {std::thread(read), std::thread(read)};
  for (int i = 0; i < 50; ++i) {
    save_npy(path, tall);
    save_npy(path, square);
  }
  is_done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(wrong == 0);
  CHECK(directory.file_count() == 1);
}

TEST_CASE("Threads that write the same file at once leave one whole array") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npy";
  const auto write = [&path](std::int32_t value) {
    Tensor<std::int32_t, Shape<1000>> tensor;
    for (std::int32_t& element : tensor.writable_span()) element = value;
    for (int i = 0; i < 20; ++i) save_npy(path, tensor);
  };
  std::thread first(write, 1);
  std::thread second(write, 2);
  first.join();
  second.join();
  const auto tensor = load_npy(path).get<std::int32_t>();
  for (const std::int32_t value : tensor) CHECK(value == *tensor.data());
  CHECK(directory.file_count() == 1);
}
