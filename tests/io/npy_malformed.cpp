// SPDX-License-Identifier: BSL-1.0
// Thousands of damaged .npy files, the same ones each time: each is a FileError or a right read, and none makes the
// library take more memory than the file is long.
#include "catch.hpp"
#include "damage.hpp"
#include "npy_bytes.hpp"
#include "scratch.hpp"

#include <shapeproof/io/npy.hpp>

namespace {

using namespace shapeproof;
using namespace damage;

// What headers say, and how many bytes or elements it means.
struct Said {
  const char* text;
  std::size_t count;
};
constexpr Said types[] = {{"'|b1'", 1}, {"'<i1'", 1}, {"'|u1'", 1}, {"'<i2'", 2}, {"'>u2'", 2},  {"'<f2'", 2},
                          {"'<f4'", 4}, {"'>f4'", 4}, {"'<f8'", 8}, {"'>c8'", 8}, {"'<c16'", 16}};
constexpr Said shapes[] = {{"()", 1},
                           {"(0,)", 0},
                           {"(1,)", 1},
                           {"(7,)", 7},
                           {"(2, 3)", 6},
                           {"(3, 4, 5)", 60},
                           {"(1, 2, 1, 3, 1, 2, 1, 2)", 24}};
constexpr const char* extents[] = {"0",
                                   "1",
                                   "2",
                                   "3",
                                   "-1",
                                   "8",
                                   "64L",
                                   "1.5",
                                   "0x3",
                                   "4294967296",
                                   "9223372036854775807",
                                   "9223372036854775808",
                                   "99999999999999999999999",
                                   "1e9",
                                   "True",
                                   "'3'",
                                   ""};
constexpr const char* tokens[] = {"{",
                                  "}",
                                  "(",
                                  ")",
                                  "[",
                                  "]",
                                  ",",
                                  ":",
                                  " ",
                                  "\n",
                                  "'",
                                  "\"",
                                  "\\",
                                  "'descr'",
                                  "'shape'",
                                  "'fortran_order'",
                                  "'<f4'",
                                  "'|O'",
                                  "'<U3'",
                                  "'f4'",
                                  "'=i8'",
                                  "True",
                                  "False",
                                  "None",
                                  "1",
                                  "0",
                                  "-",
                                  "3L",
                                  "18446744073709551616",
                                  "#",
                                  "\xc3\xa4",
                                  "u",
                                  "b",
                                  "\x7f",
                                  "'''"};

std::string header_text(const std::string& type, const std::string& order, const std::string& shape) {
  return "{'descr': " + type + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

// A file that is right.
std::string right_file(Chance& chance) {
  const Said type = chance.one_of(types);
  const Said shape = chance.one_of(shapes);
  const std::string header = header_text(type.text, chance.below(2) == 0 ? "False" : "True", shape.text);
  const std::string blanks(chance.below(3) * 40, ' ');
  const int version = 1 + static_cast<int>(chance.below(3));
  return npy_bytes::file(header + blanks + '\n', std::string(type.count * shape.count, '\1'), version);
}

std::string random_shape(Chance& chance) {
  std::string shape = "(";
  for (std::size_t i = chance.below(10); i > 0; --i) {
    shape += chance.one_of(extents);
    if (chance.below(9) > 0) shape += ", ";
  }
  return shape + (chance.below(9) > 0 ? ")" : "");
}

std::string random_text(Chance& chance) {
  std::string text = chance.below(2) == 0 ? "{" : "";
  for (std::size_t i = chance.below(30); i > 0; --i) text += chance.one_of(tokens);
  return text;
}

// Rightly framed, with data of any length.
std::string damaged_header(Chance& chance) {
  const std::string data(chance.below(2) * chance.below(100), '\1');
  const int version = 1 + static_cast<int>(chance.below(3));
  const Said type = chance.one_of(types);
  std::string header = header_text(type.text, "False", random_shape(chance));
  const std::size_t at = place_in(header, chance);
  const std::size_t replaced = chance.below(6);
  const char* token = chance.one_of(tokens);
  const std::size_t kind = chance.below(4);
  if (kind == 0) header.insert(at, token);
  if (kind == 1) header.replace(at, replaced, token);
  if (kind == 2) header = random_text(chance);
  return npy_bytes::file(header, data, version);
}

// Wrong lengths of headers that are right.
std::string damaged_length(const std::string& bytes, Chance& chance) {
  std::string copy = bytes;
  for (std::size_t i = 8; i < 12; ++i) {
    if (chance.below(2) == 0) copy[i] = static_cast<char>(chance.below(256));
  }
  return copy;
}

std::string damaged_file(Chance& chance) {
  switch (chance.below(4)) {
    case 0:
      return damaged_length(right_file(chance), chance);
    case 1:
      return damaged_header(chance);
    default:
      return damaged_bytes(right_file(chance), chance);
  }
}

// Whether it was read.
bool check_file(const MemoryFile& file, const std::string& bytes) {
  file.hold(bytes);
  requests::seen = {};
  bool is_read = false;
  try {
    const AnyTensor tensor = load_npy(file.path());
    is_read = true;
    const auto header = npy_bytes::read(bytes);
    CHECK(tensor.byte_count() == static_cast<std::int64_t>(bytes.size()) - header.data_offset);
    CHECK(tensor.element_type() == header.element.type);
    const bool is_as_in_file = !header.is_fortran && !header.element.is_big_endian;
    CHECK((!is_as_in_file || std::memcmp(tensor.data(), bytes.data() + header.data_offset,
                                         static_cast<std::size_t>(tensor.byte_count())) == 0));
  } catch (const FileError& error) {
    check_error(error, file.path(), bytes.size());
  }
  constexpr std::size_t small = 1024;
  CHECK(requests::seen.largest <= bytes.size() + small);
  return is_read;
}

}  // namespace

TEST_CASE("A damaged file is a FileError or a right read, and takes no more memory than it is long") {
  const MemoryFile file;
  Chance chance(20240229);
  int read = 0;
  constexpr int files = 20'000;
  for (int i = 0; i < files; ++i) {
    CAPTURE(i);
    read += check_file(file, damaged_file(chance)) ? 1 : 0;
  }
  // Else most of them would be refused for the same few reasons.
  CHECK(read > files / 50);
  CHECK(read < files / 2);
}

TEST_CASE("Right files are read, whatever their type, order, shape and version") {
  const MemoryFile file;
  Chance chance(19990101);
  for (int i = 0; i < 1'000; ++i) {
    CAPTURE(i);
    CHECK(check_file(file, right_file(chance)));
  }
}

TEST_CASE("Headers are read within their bounds, whatever they hold") {
  Chance chance(7);
  int read = 0;
  for (int i = 0; i < 30'000; ++i) {
    const std::string bytes = damaged_header(chance);
    read += scratch::thrown_by([&] { npy_bytes::read(bytes); }).sentence.empty() ? 1 : 0;
  }
  CHECK(read > 30);
}

TEST_CASE("A file of a few bytes that speaks of many is refused without taking memory for them") {
  const MemoryFile file;
  const std::string headers[] = {
      header_text("'<f8'", "False", "(1125899906842624,)"),
      header_text("'<f8'", "True", "(1048576, 1048576, 1048576)"),
      header_text("'<c16'", "False", "(576460752303423487,)"),
  };
  for (const std::string& header : headers) CHECK_FALSE(check_file(file, npy_bytes::file(header, "x")));
  CHECK_FALSE(check_file(file, npy_bytes::frame(2, 0xFFFFFFF0) + headers[0]));
}
