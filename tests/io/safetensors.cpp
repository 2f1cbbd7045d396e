// SPDX-License-Identifier: BSL-1.0
// .safetensors files, there and back. The files in vectors/archives/ are put together by make_vectors.py there.
#include "catch.hpp"
#include "requests.hpp"
#include "scratch.hpp"

#include <complex>
#include <cstring>

#include <shapeproof/io/safetensors.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N");

std::string vector_path(const std::string& name) {
  return SHAPEPROOF_TEST_DATA "/vectors/archives/" + name + ".safetensors";
}

// What make_vectors.py puts at place i, of floats.
float number_at(std::int64_t i) { return static_cast<float>(i * i - 5) / 4; }

bool has_numbers(const AnyTensor& any, const ShapeValue& shape) {
  if (!any.holds<float>() || !(any.shape() == shape)) return false;
  const DynamicTensor<float> tensor = any.get<float>();
  for (std::int64_t i = 0; i < tensor.element_count(); ++i) {
    if (tensor.data()[i] != number_at(i)) return false;
  }
  return true;
}

std::string refusal(const std::string& path) {
  return scratch::thrown_by([&] { load_safetensors(path); }).sentence;
}

bool are_equal(const AnyTensor& x, const AnyTensor& y) {
  return x.element_type() == y.element_type() && x.extents() == y.extents() &&
         std::memcmp(x.data(), y.data(), static_cast<std::size_t>(x.byte_count())) == 0;
}

}  // namespace

TEST_CASE("Tensors are read, whatever their names and types") {
  for (const bool is_mapped : {false, true}) {
    CAPTURE(is_mapped);
    const NamedTensors all = is_mapped ? map_safetensors(vector_path("plain")) : load_safetensors(vector_path("plain"));
    REQUIRE(all.size() == 6);
    CHECK(has_numbers(*find(all, "images"), {2, 3, 4}));
    CHECK(find(all, "labels")->get<std::int64_t>().data()[4] == 11);
    CHECK(find(all, "scalar")->rank() == 0);
    CHECK(find(all, "mask")->get<bool>().data()[3]);
    CHECK_FALSE(find(all, "mask")->get<bool>().data()[2]);
    CHECK(find(all, "empty")->shape() == ShapeValue(0, 3));
    REQUIRE(find(all, "größe\n\"2\"") != nullptr);
    CHECK(find(all, "größe\n\"2\"")->get<half>().data()[1] == half(-1.0F));
    CHECK(find(all, "no") == nullptr);
  }
}

TEST_CASE("The texts that go with a file are read, escapes and all") {
  const SafetensorsMetadata metadata = load_safetensors_metadata(vector_path("plain"));
  REQUIRE(metadata.size() == 2);
  CHECK(metadata[0] == std::pair<std::string, std::string>("format", "pt"));
  CHECK(metadata[1] == std::pair<std::string, std::string>("größe", "€ 😀"));
  CHECK(load_safetensors_metadata(vector_path("floats")).empty());
}

TEST_CASE("One tensor is read by its name, through the door, which names file and tensor") {
  CHECK((load_safetensors<float, Shape<N, 3, 4>>(vector_path("plain"), "images").extent<0>()) == 2);
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  std::filesystem::copy_file(vector_path("plain"), "x.safetensors");
  CHECK_THROWS_WITH((load_safetensors<float, Shape<4, 3, 4>>("x.safetensors", "images")),
                    ContainsSubstring("x.safetensors, images: 24 elements, as [2, 3, 4], are wanted as [4, 3, 4]: "));
  CHECK_THROWS_AS((load_safetensors<double, Shape<2, 3, 4>>("x.safetensors", "images")), ElementTypeError);
  CHECK_THROWS_WITH(load_safetensors("x.safetensors", "image"),
                    "x.safetensors: no tensor has the name image; images is there");
}

TEST_CASE("A mapped tensor lies in the file; one at an odd place is read") {
  const NamedTensors plain = map_safetensors(vector_path("plain"));
  auto images = find(plain, "images")->get<float>();
  const float* in_place = images.data();
  images.writable_data()[0] = 1;
  CHECK(images.data() != in_place);
  CHECK(*in_place == number_at(0));
  const NamedTensors odd = map_safetensors(vector_path("unaligned"));
  CHECK(has_numbers(*find(odd, "images"), {2, 3, 4}));
  CHECK(reinterpret_cast<std::uintptr_t>(find(odd, "images")->data()) % 64 == 0);
  CHECK(find(odd, "byte")->get<std::uint8_t>().data()[0] == 7);
  CHECK(find(plain, "images")->origin() == vector_path("plain") + ", images");
}

TEST_CASE("Floats of other types become float32 where that is asked for, and are explained where not") {
  const std::string path = vector_path("floats");
  for (const char* name : {"bfloat16", "float16", "float32", "float64"}) {
    CAPTURE(name);
    CHECK(has_numbers(load_safetensors(path, name, Floats::to_float32), {2, 3}));
  }
  CHECK(load_safetensors(path, "int64", Floats::to_float32).holds<std::int64_t>());
  CHECK(load_safetensors(path, "float16").holds<half>());
  CHECK(scratch::thrown_by([&] { load_safetensors(path, "bfloat16"); }).sentence ==
        path +
            ", bfloat16: elements are bfloat16, which no tensor holds; Floats::to_float32 reads them as float32, "
            "exactly");
  CHECK(scratch::thrown_by([&] { load_safetensors(path, "float8", Floats::to_float32); }).sentence ==
        path + ", float8: elements are float8_e4m3fn, which no tensor holds; save them as float32: tensor.float()");
}

TEST_CASE("A list says names, types and shapes, of types that no tensor holds too") {
  const std::vector<TensorInfo> list = list_safetensors(vector_path("floats"));
  REQUIRE(list.size() == 6);
  CHECK(list[0].name == "bfloat16");
  CHECK(list[0].element_type == "bfloat16");
  CHECK(list[0].extents.shape() == ShapeValue(2, 3));
  CHECK(list[0].byte_count == 12);
  CHECK(list[5].element_type == "float8_e4m3fn");
}

TEST_CASE("What is saved comes back, aligned, the largest elements first") {
  const scratch::Directory directory;
  const std::string path = directory / "x.safetensors";
  Tensor<float, Shape<2, 3>> floats;
  floats.writable_data()[5] = 2.5F;
  const NamedTensors written = {{"byte", Tensor<std::uint8_t, Shape<3>>{}},
                                {"größe\t\"\\\x01", floats},
                                {"double", Tensor<double, Shape<>>{}},
                                {"complex", Tensor<std::complex<float>, Shape<2>>{}},
                                {"empty", Tensor<std::int64_t, Shape<0, 7>>{}}};
  save_safetensors(path, written, {{"format", "pt"}, {"\x02", ""}});
  const NamedTensors read = map_safetensors(path);
  REQUIRE(read.size() == written.size());
  for (const NamedTensor& each : written) {
    CAPTURE(each.name);
    REQUIRE(find(read, each.name) != nullptr);
    CHECK(are_equal(*find(read, each.name), each.tensor));
  }
  CHECK(read.back().name == "byte");
  CHECK(load_safetensors_metadata(path) == SafetensorsMetadata{{"format", "pt"}, {"\x02", ""}});
  save_safetensors(path, {});
  CHECK(scratch::bytes_of_file(path) == std::string("\x08\0\0\0\0\0\0\0{}      ", 16));
}

TEST_CASE("A file is written as the format's own library writes it") {
  const scratch::Directory directory;
  const std::string path = directory / "x.safetensors";
  Tensor<float, Shape<1, 2, 3>> tensor;
  float next = 0;
  for (float& each : tensor.writable_span()) each = next++;
  save_safetensors(path, {{"attn.0", tensor}});
  const std::string json = R"({"attn.0":{"dtype":"F32","shape":[1,2,3],"data_offsets":[0,24]}})";
  REQUIRE(json.size() == 64);
  const std::string bytes = scratch::bytes_of_file(path);
  CHECK(bytes.substr(0, 72) == std::string("\x40\0\0\0\0\0\0\0", 8) + json);
  CHECK(bytes.substr(72) == std::string("\0\0\0\0\0\0\x80\x3f\0\0\0\x40\0\0\x40\x40\0\0\x80\x40\0\0\xa0\x40", 24));
}

TEST_CASE("Names and types that a file cannot hold are refused, and nothing is written") {
  const scratch::Directory directory;
  const std::string path = directory / "x.safetensors";
  const Tensor<float, Shape<2>> x;
  const auto refused = [&](const NamedTensors& tensors) {
    return scratch::thrown_by([&] { save_safetensors(path, tensors); }).sentence.substr(path.size());
  };
  CHECK(refused({{"x", x}, {"y", x}, {"x", x}}) == ", x: two tensors have this name");
  CHECK(refused({{"__metadata__", x}}) == ", __metadata__: no tensor can have that name in a safetensors file");
  CHECK(refused({{"a\xff", x}}) == ": 'a\\xff' is no UTF-8");
  CHECK(refused({{"z", Tensor<std::complex<double>, Shape<2>>{}}}) ==
        ", z: complex128 has no name in a safetensors file; complex64 or save_npz would do");
  CHECK(directory.file_count() == 0);
  const NamedTensors one = {{"x", x}};
  const detail::FileFacts facts{"x", 0};
  CHECK(scratch::thrown_by([&] {
          static_cast<void>(detail::safetensors_header_for(facts, detail::safetensors_order(facts, one), {}, 50));
        }).sentence == "x: the names of 1 tensors need a header of 56 bytes; at most 50 can be read again");
}

TEST_CASE("What is no .safetensors file is named") {
  const scratch::Directory directory;
  scratch::write_bytes(directory / "x", "");
  CHECK_THAT(refusal(directory / "x"),
             ContainsSubstring("the file is empty; a safetensors file is at least 10 bytes long"));
  CHECK_THAT(refusal(SHAPEPROOF_TEST_DATA "/vectors/npy/f4_little.npy"),
             ContainsSubstring("byte 0: this is a .npy file; load_npy of io/npy.hpp reads it"));
  CHECK_THAT(refusal(SHAPEPROOF_TEST_DATA "/vectors/archives/stored.npz"),
             ContainsSubstring("byte 0: this is a zip archive, as .npz files are; load_npz of io/npz.hpp reads them"));
  CHECK_THAT(
      refusal(SHAPEPROOF_TEST_DATA "/vectors/archives/torch.npz"),
      ContainsSubstring("byte 0: this is a PyTorch file; safetensors.torch.save_file(tensors, path) writes one"));
}
