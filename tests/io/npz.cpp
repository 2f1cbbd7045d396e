// SPDX-License-Identifier: BSL-1.0
// .npz archives, there and back: what NumPy and other programs write is read, and what is written says the same.
// The files in vectors/archives/ are made by make_vectors.py there.
#include "catch.hpp"
#include "scratch.hpp"

#include <cstring>

#include <shapeproof/io/npz.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N");

std::string vector_path(const std::string& name) { return SHAPEPROOF_TEST_DATA "/vectors/archives/" + name; }

// What make_vectors.py puts at place i.
std::int64_t number_at(std::int64_t i) { return i * i - 5; }

template <class T>
bool has_numbers(const AnyTensor& any, const ShapeValue& shape) {
  if (!any.holds<T>() || !(any.shape() == shape)) return false;
  const DynamicTensor<T> tensor = any.get<T>();
  for (std::int64_t i = 0; i < tensor.element_count(); ++i) {
    const std::int64_t n = number_at(i);
    if constexpr (std::is_same_v<T, bool>) {
      if (tensor.data()[i] != (n > 0)) return false;
    } else if constexpr (is_floating(element_type<T>)) {
      if (static_cast<float>(tensor.data()[i]) != static_cast<float>(n) / 4) return false;
    } else if (tensor.data()[i] != static_cast<T>(n)) return false;
  }
  return true;
}

void check_all(const NamedTensors& all) {
  REQUIRE(all.size() == 8);
  CHECK(has_numbers<float>(*find(all, "images"), {2, 3, 4}));
  CHECK(has_numbers<std::int64_t>(*find(all, "labels"), 5));
  CHECK(has_numbers<bool>(*find(all, "mask"), {2, 2}));
  CHECK(has_numbers<double>(*find(all, "scalar"), {}));
  CHECK(has_numbers<std::uint8_t>(*find(all, "empty"), {0, 3}));
  CHECK(has_numbers<std::int16_t>(*find(all, "columns"), {3, 4}));
  CHECK(has_numbers<float>(*find(all, "big"), 3));
  CHECK(has_numbers<half>(*find(all, "größe"), 2));
  CHECK(all[0].name == "images");
}

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { load_npz(path); }).sentence;
}

Tensor<float, Shape<100, 70>> numbers() {
  Tensor<float, Shape<100, 70>> made;
  float next = 0;
  for (float& number : made.writable_span()) number = next++;
  return made;
}

bool are_equal(const AnyTensor& x, const AnyTensor& y) {
  return x.element_type() == y.element_type() && x.extents() == y.extents() &&
         std::memcmp(x.data(), y.data(), static_cast<std::size_t>(x.byte_count())) == 0;
}

}  // namespace

TEST_CASE("What numpy.savez and savez_compressed write is read, and the same with numbers of 64 bits") {
  for (const char* name : {"stored.npz", "deflated.npz", "zip64.npz"}) {
    CAPTURE(name);
    check_all(load_npz(vector_path(name)));
  }
}

TEST_CASE("Archives that were written to a pipe say their sizes behind the data") {
  for (const char* name : {"streamed.npz", "streamed_stored.npz"}) {
    CAPTURE(name);
    const NamedTensors all = load_npz(vector_path(name));
    REQUIRE(all.size() == 2);
    CHECK(has_numbers<float>(*find(all, "images"), {2, 3, 4}));
    CHECK(has_numbers<std::int64_t>(*find(all, "labels"), 5));
  }
}

TEST_CASE("One array is read by its name, through the door, which names archive and array") {
  const auto images = load_npz<float, Shape<N, 3, 4>>(vector_path("deflated.npz"), "images");
  CHECK(images.extent<0>() == 2);
  CHECK(images(1, 2, 3) == 131.0F);
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  std::filesystem::copy_file(vector_path("stored.npz"), "x.npz");
  CHECK_THROWS_WITH((load_npz<float, Shape<4, 3, 4>>("x.npz", "images")),
                    ContainsSubstring("x.npz, images: 24 elements, as [2, 3, 4], are wanted as [4, 3, 4]: "));
  CHECK_THROWS_WITH(
      (load_npz<double, Shape<N, 3, 4>>("x.npz", "images")),
      "x.npz, images: elements are float32, wanted are float64; take them as float, then cast<double>(x)");
  CHECK_THROWS_WITH(load_npz("x.npz", "image"), "x.npz: no tensor has the name image; images is there");
  CHECK_THROWS_WITH(load_npz("x.npz", "weights"), "x.npz: no tensor has the name weights");
  // The array of columns says so, and the door explains.
  CHECK_THROWS_WITH((load_npz<std::int16_t, Shape<4, 3>>("x.npz", "columns")), ContainsSubstring("Fortran"));
}

TEST_CASE("An archive's list says names, types and shapes") {
  const std::vector<TensorInfo> list = list_npz(vector_path("deflated.npz"));
  REQUIRE(list.size() == 8);
  CHECK(list[0].name == "images");
  CHECK(list[0].element_type == "float32");
  CHECK(list[0].extents.shape() == ShapeValue(2, 3, 4));
  CHECK(list[0].byte_count == 96);
  CHECK(list[7].name == "größe");
  CHECK(list[7].element_type == "float16");
}

TEST_CASE("Floats become float32 where that is asked for") {
  const NamedTensors all = load_npz(vector_path("stored.npz"), Floats::to_float32);
  CHECK(has_numbers<float>(*find(all, "scalar"), {}));
  CHECK(has_numbers<float>(*find(all, "größe"), 2));
  CHECK(has_numbers<std::int64_t>(*find(all, "labels"), 5));
}

TEST_CASE("What is saved comes back, stored and deflated") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npz";
  const NamedTensors written = {{"x", numbers()},
                                {"größe", Tensor<half, Shape<3>>{}},
                                {"a/b", DynamicTensor<std::int64_t>(Tensor<std::int64_t, Shape<0, 4>>{})},
                                {"", Tensor<double, Shape<>>{}}};
  for (const Packing packing : {Packing::stored, Packing::deflated}) {
    save_npz(path, written, packing);
    const NamedTensors read = load_npz(path);
    REQUIRE(read.size() == written.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      CHECK(read[i].name == written[i].name);
      CHECK(are_equal(read[i].tensor, written[i].tensor));
    }
  }
  CHECK(std::filesystem::file_size(path) < 28000);  // deflated
  save_npz(path, {});
  CHECK(load_npz(path).empty());
}

TEST_CASE("Two archives of the same arrays are the same bytes") {
  const scratch::Directory directory;
  save_npz(directory / "x.npz", {{"x", numbers()}}, Packing::deflated);
  save_npz(directory / "y.npz", {{"x", numbers()}}, Packing::deflated);
  CHECK(scratch::bytes_of_file(directory / "x.npz") == scratch::bytes_of_file(directory / "y.npz"));
}

TEST_CASE("Names that an archive cannot hold are refused, and nothing is written") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npz";
  const Tensor<float, Shape<2>> x;
  CHECK(scratch::thrown_by([&] { save_npz(path, {{"x", x}, {"y", x}, {"x", x}}); }).sentence ==
        path + ", x: two tensors have this name");
  CHECK_THAT(scratch::thrown_by([&] { save_npz(path, {{std::string(70000, 'x'), x}}); }).sentence,
             ContainsSubstring("a name of 70000 bytes is longer than 65531, or holds a zero byte"));
  CHECK_THROWS_AS(save_npz(path, {{std::string("a\0b", 3), x}}), FileError);
  CHECK(directory.file_count() == 0);
}

TEST_CASE("Numbers that 32 bits do not hold are written with 64, and read again") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npz";
  const auto x = numbers();
  for (const std::int64_t limit : {1, 200, 1000, 30'000, 40'000}) {
    for (const bool is_deflated : {false, true}) {
      CAPTURE(limit, is_deflated);
      {
        detail::OutputFile file{path};
        detail::ZipWriter writer(file, limit);
        for (const char* name : {"x.npy", "y.npy"}) {
          const Sentence header = detail::npy_header_for(ElementType::float32, x.extents());
          writer.add(name, header.data(), static_cast<std::int64_t>(header.size()), x.data(), 28000, is_deflated);
        }
        writer.finish();
        file.commit();
      }
      const NamedTensors read = load_npz(path);
      REQUIRE(read.size() == 2);
      CHECK(are_equal(read[1].tensor, x));
    }
  }
}

TEST_CASE("Archives that hold something else are named") {
  CHECK_THAT(refusal(vector_path("torch.npz")),
             ContainsSubstring("torch.npz: byte 0: this is a PyTorch file; its tensors can be read from what "
                               "safetensors.torch.save_file or numpy.savez writes"));
  CHECK_THAT(refusal(vector_path("notes.npz")),
             ContainsSubstring("'notes.txt' is no .npy file, as all entries of an .npz file are"));
  CHECK_THAT(
      refusal(vector_path("bzip2.npz")),
      ContainsSubstring("'images.npy' is compressed with bzip2 (method 12); numpy.savez and savez_compressed write "
                        "what is read"));
  CHECK_THAT(refusal(SHAPEPROOF_TEST_DATA "/vectors/npy/f4_little.npy"),
             ContainsSubstring("f4_little.npy: byte 0: this is a .npy file; load_npy of io/npy.hpp reads it"));
  CHECK_THAT(refusal(vector_path("plain.safetensors")),
             ContainsSubstring("this is a safetensors file; load_safetensors"));
}

TEST_CASE("A write that fails leaves the old archive") {
  const scratch::Directory directory;
  const std::string path = directory / "x.npz";
  save_npz(path, {{"x", numbers()}});
  const std::string before = scratch::bytes_of_file(path);
  std::filesystem::create_directory(directory / "y.npz");
  CHECK_THROWS_AS(save_npz(directory / "y.npz", {{"x", numbers()}}), FileError);
  CHECK_THROWS_AS(save_npz(directory / "z/x.npz", {{"x", numbers()}}), FileError);
  CHECK(scratch::bytes_of_file(path) == before);
  CHECK(directory.file_count() == 2);
}
