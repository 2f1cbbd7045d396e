// SPDX-License-Identifier: BSL-1.0
// Thousands of damaged .safetensors files, the same ones each time, and each mistake that a header can hold, with its place.
#include "catch.hpp"
#include "damage.hpp"
#include "scratch.hpp"

#include <shapeproof/io/safetensors.hpp>

using namespace shapeproof;
using namespace damage;

namespace {

std::string framed(const std::string& json, const std::string& data = "") {
  std::string bytes;
  for (std::size_t i = 0; i < 8; ++i) bytes += static_cast<char>(json.size() >> (8 * i) & 0xFF);
  return bytes + json + data;
}

std::string entry(const std::string& name, const std::string& dtype, const std::string& shape,
                  const std::string& offsets) {
  return '"' + name + R"(":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + '}';
}

const std::vector<std::string>& right_files() {
  static const std::vector<std::string> files = [] {
    std::vector<std::string> made;
    for (const char* name : {"plain", "unaligned", "floats"})
      made.push_back(
          scratch::bytes_of_file(SHAPEPROOF_TEST_DATA "/vectors/archives/" + std::string(name) + ".safetensors"));
    made.push_back(framed("{}"));
    made.push_back(framed("{" + entry("a", "F32", "[2,1]", "[0,8]") + "," + entry("b", "U8", "[3]", "[8,11]") + "}",
                          std::string(11, '\1')));
    return made;
  }();
  return files;
}

constexpr const char* tokens[] = {"{",
                                  "}",
                                  "[",
                                  "]",
                                  ",",
                                  ":",
                                  "\"",
                                  "\\",
                                  "\\u0041",
                                  "\\ud800",
                                  "\\n",
                                  "0",
                                  "1",
                                  "8",
                                  "-1",
                                  "1.5",
                                  "1e3",
                                  "01",
                                  "18446744073709551616",
                                  "9223372036854775807",
                                  "null",
                                  "true",
                                  "\"dtype\"",
                                  "\"shape\"",
                                  "\"data_offsets\"",
                                  "\"F32\"",
                                  "\"BF16\"",
                                  "\"__metadata__\"",
                                  "\xc3\xa4",
                                  "\xff",
                                  "\xed\xa0\x80",
                                  "\xf4\x90\x80\x80",
                                  " ",
                                  "\n",
                                  "\t",
                                  "\x01",
                                  "{}",
                                  "[]",
                                  "\"a\":",
                                  "[0,8]"};

std::string json_of(const std::string& bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 8; ++i) size |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return bytes.substr(8, size);
}

// Rightly framed.
std::string damaged_json(const std::string& bytes, Chance& chance) {
  std::string json = json_of(bytes);
  const std::string data = bytes.substr(8 + json.size());
  for (std::size_t i = chance.below(3); i < 3; ++i) {
    const std::size_t at = place_in(json, chance);
    const std::string token = chance.one_of(tokens);
    if (chance.below(2) == 0) json.insert(at, token);
    else json.replace(at, chance.below(token.size() + 3), token);
  }
  return framed(json, data);
}

std::string random_json(Chance& chance) {
  std::string json = "{";
  for (std::size_t i = chance.below(40); i > 0; --i) json += chance.one_of(tokens);
  return framed(json, std::string(chance.below(20), '\1'));
}

std::string number(Chance& chance) {
  constexpr const char* numbers[] = {"0", "1", "2", "3", "4", "8", "11", "4294967296", "9223372036854775807"};
  return chance.one_of(numbers);
}

// Well formed, with numbers that seldom fit.
std::string wrong_places(Chance& chance) {
  std::string json = "{";
  const std::size_t count = 1 + chance.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name(1, static_cast<char>('a' + chance.below(5)));
    const std::string shape =
        chance.below(2) == 0 ? "[" + number(chance) + "]" : "[" + number(chance) + "," + number(chance) + "]";
    json += (i > 0 ? "," : "") +
            entry(name, chance.below(2) == 0 ? "U8" : "F32", shape, "[" + number(chance) + "," + number(chance) + "]");
  }
  return framed(json + "}", std::string(chance.below(20), '\1'));
}

std::string damaged_file(Chance& chance) {
  const std::string& right = right_files()[chance.below(right_files().size())];
  switch (chance.below(6)) {
    case 0:
      return random_json(chance);
    case 1:
      return wrong_places(chance);
    case 2:
    case 3:
      return damaged_json(right, chance);
    default:
      return damaged_bytes(right, chance);
  }
}

bool check_file(const MemoryFile& file, const std::string& bytes) {
  file.hold(bytes);
  requests::seen = {};
  bool is_read = false;
  try {
    const std::vector<TensorInfo> list = list_safetensors(file.path());
    is_read = true;
    std::size_t sum = 0;
    for (const TensorInfo& each : list) sum += static_cast<std::size_t>(each.byte_count);
    CHECK(8 + json_of(bytes).size() + sum == bytes.size());
    static_cast<void>(load_safetensors_metadata(file.path()));
    const NamedTensors all = load_safetensors(file.path(), Floats::to_float32);
    CHECK(all.size() == list.size());
  } catch (const FileError& error) {
    check_archive_error(error, file.path(), bytes.size());
  }
  constexpr std::size_t small = 4096;
  CHECK(requests::seen.largest <= bytes.size() + small);
  return is_read;
}

std::string refusal(const MemoryFile& file, const std::string& bytes) {
  file.hold(bytes);
  const std::string sentence = scratch::thrown_by([&] { load_safetensors(file.path()); }).sentence;
  return sentence.empty() ? sentence : sentence.substr(file.path().size() + 2);
}

}  // namespace

TEST_CASE("A damaged safetensors file is a FileError or a right read, and takes no more memory than it is long") {
  const MemoryFile file;
  Chance chance(20240302);
  int read = 0;
  constexpr int files = 12'000;
  for (int i = 0; i < files; ++i) {
    CAPTURE(i);
    read += check_file(file, damaged_file(chance)) ? 1 : 0;
  }
  CHECK(read > files / 50);
  CHECK(read < files / 2);
}

TEST_CASE("Every safetensors file that ends too early, or goes on, is refused") {
  const MemoryFile file;
  for (const std::string& right : right_files()) {
    for (std::size_t size = 0; size < right.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(check_file(file, right.substr(0, size)));
    }
    CHECK_FALSE(check_file(file, right + '\0'));
    CHECK(check_file(file, right));
  }
}

TEST_CASE("Each mistake is named with its place") {
  const MemoryFile file;
  const std::string eight(8, '\1');
  const std::pair<std::string, const char*> mistakes[] = {
      {"", "byte 0: the file is empty; a safetensors file is at least 10 bytes long"},
      {"\1\0", "byte 1: the file ends here; a safetensors file begins with 8 bytes that say its header's length"},
      {std::string("\xff\xff\xff\xff\xff\xff\xff\xff{}", 10),
       "byte 0: the header is said to be 18446744073709551615 bytes long, the file ends after 2"},
      {framed("{"), "byte 0: the header is said to be 1 bytes long; {} is the shortest"},
      {std::string("\2\0\0\0\0\0\0\0[]", 10),
       "byte 8: this is no safetensors file: '[' stands here; the '{' of its header is wanted"},
      {framed("{" + entry("a", "F32", "2", "[0,8]") + "}", eight),
       "byte 36: '2' stands here; a list like [2, 3] for shape is wanted"},
      {framed("{" + entry("a", "F32", "[2:", "[0,8]") + "}", eight),
       "byte 38: ':' stands here; ',' or ']' after a number is wanted"},
      {framed("{" + entry("a", "F32", "[2]", "0") + "}", eight),
       "byte 55: '0' stands here; a list like [0, 24] for data_offsets is wanted"},
      {framed("{" + entry("a", "F32", "[2]", "[]") + "}", eight),
       "byte 56: ']' stands here; where the elements begin is wanted"},
      {framed("{" + entry("a", "F32", "[2]", "[0]") + "}", eight),
       "byte 57: ']' stands here; ',' between two data_offsets is wanted"},
      {framed("{" + entry("a", "F32", "[2]", "[0,]") + "}", eight),
       "byte 58: ']' stands here; where the elements end is wanted"},
      {framed(R"({"a":{"dtype":4}})"), "byte 22: '4' stands here; a type of elements like \"F32\" is wanted"},
      {framed("{} x"), "byte 11: 'x' stands here; nothing more but blanks is wanted"},
      {framed("{,}"), "byte 9: ',' stands here; a key in double quotes is wanted"},
      {framed("{\"a\"}"), "byte 12: '}' stands here; ':' after a key is wanted"},
      {framed("{\"a\":1}"), "byte 13: '1' stands here; '{' is wanted"},
      {framed("{\"a\":{}}"), "byte 10: 'a' has no dtype"},
      {framed("{" + entry("a", "F32", "[2]", "[0,8]")),
       "byte 61: the header ends here; ',' or '}' after a value is wanted"},
      {framed("{" + entry("a", "F31", "[2]", "[0,8]") + "}", eight),
       "byte 23: the dtype 'F31' is not known; one like F32 is wanted"},
      {framed("{" + entry("a", "F32", "[-2]", "[0,8]") + "}", eight),
       "byte 37: -2 stands here; an extent, a whole number of at least 0, is wanted"},
      {framed("{" + entry("a", "F32", "[2.0]", "[0,8]") + "}", eight),
       "byte 37: 2.0 stands here; an extent, a whole number of at least 0, is wanted"},
      {framed("{" + entry("a", "F32", "[99999999999999999999]", "[0,8]") + "}", eight),
       "byte 37: 99999999999999999999 is more than 64 bits hold"},
      {framed("{" + entry("a", "F32", "[4294967296,4294967296]", "[0,8]") + "}", eight),
       "byte 10: [4294967296, 4294967296] of float32 is more bytes than 64 bits count"},
      {framed("{" + entry("a", "F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]") + "}", eight),
       "byte 37: the tensor has rank 9, at most 8 are supported"},
      {framed("{" + entry("a", "F32", "[3]", "[0,8]") + "}", eight),
       "byte 56: 'a' is [3] of float32, 12 bytes, and data_offsets hold 8"},
      {framed("{" + entry("a", "F32", "[2]", "[8,0]") + "}", eight), "byte 56: 'a' ends at 0, before it begins at 8"},
      {framed("{" + entry("a", "F32", "[2]", "[0,8,9]") + "}", eight),
       "byte 59: ',' stands here; ']' after two data_offsets is wanted"},
      {framed("{" + entry("a", "F32", "[2]", "[4,12]") + "}", eight + "1234"),
       "byte 10: 'a' begins at 4; the 4 bytes in front belong to no tensor"},
      {framed("{" + entry("a", "U8", "[8]", "[0,8]") + "," + entry("b", "U8", "[4]", "[4,8]") + "}", eight),
       "byte 62: 'b' begins at 4, where 'a' has not ended; it ends at 8"},
      {framed("{" + entry("a", "U8", "[8]", "[0,8]") + "," + entry("\\u0061", "U8", "[0]", "[8,8]") + "}", eight),
       "byte 62: the key '\\u0061' stands here for the second time"},
      {framed(R"({"a":{"dtype":"U8","dtype":"U8"}})"), "byte 28: the key 'dtype' stands here for the second time"},
      {framed(R"({"a":{"type":"U8"}})"), "byte 15: the key 'type' of 'a' is none of dtype, shape and data_offsets"},
      {framed(R"({"__metadata__":{"a":1}})"),
       "byte 29: '1' stands here; a text in double quotes, as all of __metadata__ is, is wanted"},
      {framed(R"({"__metadata__":{"a":"1","a":"2"}})"), "byte 34: the key 'a' stands here for the second time"},
      {framed(R"({"__metadata__":{},"__metadata__":{}})"),
       "byte 28: the key '__metadata__' stands here for the second time"},
      {framed("{" + entry("a", "U8", "[4]", "[0,4]") + "}", eight),
       "byte 65: the tensors end here, and 4 bytes more are there"},
      {framed("{" + entry("a", "U8", "[9]", "[0,9]") + "}", eight),
       "byte 69: the file ends here: the tensors are 9 bytes, there are 8"},
      {framed("{\"\x01\":{}}"), "byte 10: no JSON string holds this byte unescaped, or this escape"},
      {framed("{\"\\x\":{}}"), "byte 10: no JSON string holds this byte unescaped, or this escape"},
      {framed("{\"\\ud800\":{}}"), "byte 10: no JSON string holds this byte unescaped, or this escape"},
      {framed("{\"\xc0\x80\":{}}"), "byte 10: no JSON string holds this byte unescaped, or this escape"},
      {framed("{\"a"), "byte 9: the quote that opens here is not closed"},
      {framed("{" + entry("a", "BOOL", "[8]", "[0,8]") + "}", eight.substr(1) + "\2"),
       ", a: byte 70: a bool is 2; 0 or 1 is wanted"},
  };
  for (const auto& [bytes, sentence] : mistakes) {
    CAPTURE(bytes);
    const std::string said = refusal(file, bytes);
    CHECK(said == (*sentence == ',' ? sentence + 2 : sentence));
  }
}

TEST_CASE("A header longer than any that is written is not read") {
  const scratch::Directory directory;
  const std::string path = directory / "x";
  scratch::write_bytes(path, std::string("\x01\xe1\xf5\x05\0\0\0\0{}", 10));
  std::filesystem::resize_file(path, 110'000'000);  // a hole: it takes no room
  requests::seen = {};
  CHECK(scratch::thrown_by([&] { load_safetensors(path); }).sentence ==
        path + ": byte 0: the header is said to be 100000001 bytes long; at most 100000000 are read");
  CHECK(requests::seen.sum < 4096);
}

TEST_CASE("A header of many entries is read in little memory and time") {
  const MemoryFile file;
  std::string json = "{";
  constexpr int count = 20'000;
  for (int i = 0; i < count; ++i) json += (i > 0 ? "," : "") + entry(std::to_string(i), "U8", "[0]", "[0,0]");
  file.hold(framed(json + "}"));
  requests::seen = {};
  const detail::SafetensorsReader reader(file.path());
  CHECK(reader.header().entries().size() == count);
  // Large blocks are taken in rounded sizes.
  CHECK(requests::seen.largest <= json.size() + json.size() / 8);
  CHECK(reader.find("19999").name_size == 5);
}
