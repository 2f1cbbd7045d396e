// SPDX-License-Identifier: BSL-1.0
// IDX files as NumPy's numbers were written into them, and what is said about others.
#include "catch.hpp"
#include "scratch.hpp"
#include "ten_thousand.hpp"

#include <shapeproof/bind.hpp>
#include <shapeproof/io/idx.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N");

std::string vector_path(const char* name) { return std::string(SHAPEPROOF_TEST_DATA "/vectors/datasets/") + name; }

// Element i of the files is (7 * i) % 251, less 40 where the type has a sign.
template <class T>
void check_elements(const char* name) {
  CAPTURE(name);
  const auto x = load_idx<T, Shape<3, 4>>(vector_path(name));
  for (int i = 0; i < 12; ++i) CHECK(x.data()[i] == static_cast<T>(7 * i % 251 - (std::is_signed_v<T> ? 40 : 0)));
}

std::string idx(const std::string& type_and_rank, const std::string& rest) {
  return std::string(2, '\0') + type_and_rank + rest;
}

std::string refusal(const std::string& bytes) {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  scratch::write_bytes("x.idx", bytes);
  return scratch::thrown_by([] { load_idx("x.idx"); }).sentence;
}

const std::string two_by_three = std::string("\0\0\0\2\0\0\0\3", 8);

}  // namespace

TEST_CASE("IDX files of each type are read") {
  check_elements<std::uint8_t>("u1.idx");
  check_elements<std::int8_t>("i1.idx");
  check_elements<std::int16_t>("i2.idx");
  check_elements<std::int32_t>("i4.idx");
  check_elements<float>("f4.idx");
  check_elements<double>("f8.idx");
}

TEST_CASE("Through the door, an IDX file explains itself") {
  const std::string path = vector_path("u1.idx");
  CHECK(std::string(load_idx(path).origin()) == path);
  CHECK_THROWS_WITH((load_idx<std::uint8_t, Shape<N, 4, 3>>(path)),
                    path +
                        ": 12 elements, as [3, 4], are wanted as [N, 4, 3]: rank 2, wanted is rank 3 of "
                        "Shape<N, 4, 3>\n  Likely: grey images without a channel axis, wanted is RGB: "
                        "broadcast_to<Shape<N, 4, 3>>(unsqueeze<2>(x)).");
  CHECK_THROWS_WITH((load_idx<std::uint8_t, Shape<4, 3>>(path)), ContainsSubstring("Likely: axes 0 and 1 are swapped"));
  CHECK_THROWS_AS((load_idx<float, Shape<3, 4>>(path)), ElementTypeError);
}

TEST_CASE("What is no IDX file, or not a whole one, is refused") {
  CHECK(refusal("") == "x.idx: byte 0: the file is empty; an IDX file begins with two zero bytes, a type and a rank");
  CHECK(refusal("\x93NUMPY\x01") == "x.idx: byte 0: this is a .npy file; load_npy of io/npy.hpp reads it");
  CHECK(refusal("\x01\x02\x03\x04") ==
        "x.idx: byte 0: the file begins otherwise; an IDX file begins with two zero bytes, a type and a rank");
  CHECK(refusal(std::string(3, '\0')) ==
        "x.idx: byte 3: the data is none of IDX; an IDX file begins with two zero bytes, a type and a rank");
  CHECK(refusal(idx("\x0a\x02", two_by_three)) ==
        "x.idx: byte 2: type 10 is none of IDX; 8 (uint8), 9 (int8), 11 (int16), 12 (int32), 13 (float32) or 14 "
        "(float64) is wanted");
  CHECK(refusal(idx("\x08\x09", two_by_three)) == "x.idx: byte 3: the array has rank 9, at most 8 are supported");
  CHECK(refusal(idx("\x08\x02", two_by_three.substr(0, 7))) ==
        "x.idx: byte 11: the data ends here; the extent of axis 1 is wanted");
  CHECK(refusal(idx("\x0d\x02", two_by_three)) == "x.idx: byte 4: [2, 3] of float32 is 24 bytes of data, there are 0");
  CHECK(refusal(idx("\x08\x03", std::string(12, '\xff'))) ==
        "x.idx: byte 4: [4294967295, 4294967295, 4294967295] of uint8 is more bytes than 64 bits count");
  CHECK(refusal(idx("\x08\x02", two_by_three + "1234567")) ==
        "x.idx: byte 18: the data should end here: [2, 3] of uint8 is 6 bytes, there are more");
}

#if defined(SHAPEPROOF_ZLIB)

TEST_CASE("gzip is read as it is, of any number of members") {
  for (const char* name : {"images.idx.gz", "two_members.idx.gz"}) {
    const auto images = load_idx<std::uint8_t, Shape<N, 6, 7>>(vector_path(name));
    REQUIRE(images.extent<0>() == 5);
    for (int i = 0; i < 210; ++i) CHECK(images.data()[i] == 7 * i % 251);
  }
}

TEST_CASE("Damaged gzip is refused") {
  const std::string packed = scratch::bytes_of_file(vector_path("images.idx.gz"));
  std::string wrong_sum = packed;
  wrong_sum[packed.size() - 8] ^= 1;
  CHECK(refusal(packed.substr(0, 100)) == "x.idx: byte 100: the file ends here, in the middle of its gzip data");
  CHECK(refusal(wrong_sum).find("the gzip data is damaged: incorrect data check") != std::string::npos);
  CHECK(refusal(packed + "xyz").find("the gzip data is damaged: incorrect header check") != std::string::npos);
  CHECK(refusal(scratch::bytes_of_file(vector_path("short.idx.gz"))) ==
        "x.idx: byte 225 of the gunzipped data: the data ends here: [5, 6, 7] of uint8 is 210 bytes, there are 209");
  CHECK(refusal(scratch::bytes_of_file(vector_path("huge.idx.gz"))) ==
        "x.idx: byte 4 of the gunzipped data: [65535, 65535] of uint8 is 4294836225 bytes of data, there are at most "
        "29928");
  // A member of nothing, then a member of text.
  const std::string nothing("\x1f\x8b\x08\0\0\0\0\0\x02\x03\x03\0\0\0\0\0\0\0\0\0", 20);
  CHECK(refusal(nothing) ==
        "x.idx: byte 0 of the gunzipped data: the data is none of IDX; an IDX file begins with two zero bytes, a type "
        "and a rank");
}

#else

TEST_CASE("Without zlib, gzip is told what it needs") {
  CHECK(
      refusal("\x1f\x8b\x08\0") ==
      "x.idx: byte 0: this is gzip data; gunzip it first, or define SHAPEPROOF_ZLIB=1 and link zlib (-lz), which reads "
      "it");
}

#endif

TEST_CASE("Ten thousand damaged IDX files") {
  const std::string right[] = {scratch::bytes_of_file(vector_path("u1.idx")),
                               scratch::bytes_of_file(vector_path("i2.idx")),
                               scratch::bytes_of_file(vector_path("f8.idx"))};
  damage::check_ten_thousand(right, 1, {1'000, 8'000}, [](const std::string& path) { load_idx(path); });
}

TEST_CASE("Ten thousand damaged IDX files in gzip") {
  const std::string right[] = {scratch::bytes_of_file(vector_path("images.idx.gz")),
                               scratch::bytes_of_file(vector_path("two_members.idx.gz"))};
  damage::check_ten_thousand(right, 1032, {0, 2'000}, [](const std::string& path) { load_idx(path); });
}
