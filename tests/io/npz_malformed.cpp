// SPDX-License-Identifier: BSL-1.0
// Thousands of damaged .npz archives, the same ones each time: each is a FileError or read with every element right, as the
// checksums are checked. No memory is taken for what an archive says, only for what it can hold.
#include "catch.hpp"
#include "damage.hpp"
#include "npy_bytes.hpp"
#include "scratch.hpp"

#include <shapeproof/io/npz.hpp>

using namespace shapeproof;
using namespace damage;

namespace {

const std::vector<std::string>& right_archives() {
  static const std::vector<std::string> archives = [] {
    std::vector<std::string> made;
    for (const char* name : {"stored", "deflated", "zip64", "streamed", "streamed_stored"})
      made.push_back(scratch::bytes_of_file(SHAPEPROOF_TEST_DATA "/vectors/archives/" + std::string(name) + ".npz"));
    return made;
  }();
  return archives;
}

const NamedTensors& right_tensors() {
  static const NamedTensors tensors = load_npz(SHAPEPROOF_TEST_DATA "/vectors/archives/stored.npz");
  return tensors;
}

// In or behind one of the archive's records.
std::size_t place_in_records(const std::string& bytes, Chance& chance) {
  std::vector<std::size_t> records;
  for (std::size_t at = bytes.find("PK"); at != std::string::npos; at = bytes.find("PK", at + 1)) records.push_back(at);
  const std::size_t at = records[chance.below(records.size())] + chance.below(60);
  return at < bytes.size() ? at : bytes.size() - 1;
}

std::string damaged_numbers(std::string bytes, Chance& chance) {
  constexpr std::uint64_t values[] = {0,          1,          7,
                                      8,          12,         0x7F,
                                      0xFF,       0xFFFF,     0x7FFFFFFF,
                                      0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF,
                                      0x1000,     0x400,      0xFFFFFFFFFFFFFFFF};
  const std::size_t at = place_in_records(bytes, chance);
  const std::uint64_t value = chance.one_of(values);
  const std::size_t width = std::size_t{1} << chance.below(4);
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

// A piece of the archive, once more or elsewhere.
std::string damaged_order(std::string bytes, Chance& chance) {
  const std::size_t from = place_in(bytes, chance);
  const std::string piece = bytes.substr(from, chance.below(200));
  if (chance.below(2) == 0) bytes.erase(from, piece.size());
  return bytes.insert(place_in(bytes, chance), piece);
}

std::string damaged_archive(Chance& chance) {
  const std::string& right = right_archives()[chance.below(right_archives().size())];
  switch (chance.below(6)) {
    case 0:
      return damaged_order(right, chance);
    case 1:
    case 2:
      return damaged_bytes(right, chance);
    default:
      return damaged_numbers(right, chance);
  }
}

bool is_right(const AnyTensor& x, const AnyTensor& right) {
  return x.element_type() == right.element_type() && x.extents() == right.extents() &&
         std::memcmp(x.data(), right.data(), static_cast<std::size_t>(right.byte_count())) == 0;
}

bool check_archive(const MemoryFile& file, const std::string& bytes) {
  file.hold(bytes);
  requests::seen = {};
  bool is_read = false;
  try {
    const NamedTensors all = load_npz(file.path());
    is_read = true;
    for (const NamedTensor& each : all) {
      const AnyTensor* right = find(right_tensors(), each.name);
      CHECK((right == nullptr || is_right(each.tensor, *right)));
    }
  } catch (const FileError& error) {
    check_archive_error(error, file.path(), bytes.size());
  }
  // The tables of a handful of entries are all that may be longer than so short a file.
  constexpr std::size_t small = 4096;
  CHECK(requests::seen.largest <= bytes.size() + small);
  return is_read;
}

std::string refusal(const MemoryFile& file, const std::string& bytes) {
  file.hold(bytes);
  return scratch::thrown_by([&] { load_npz(file.path()); }).sentence.substr(file.path().size());
}

}  // namespace

TEST_CASE("A damaged archive is a FileError or a right read, and takes no more memory than it is long") {
  const MemoryFile file;
  Chance chance(20240301);
  int read = 0;
  constexpr int archives = 12'000;
  for (int i = 0; i < archives; ++i) {
    CAPTURE(i);
    read += check_archive(file, damaged_archive(chance)) ? 1 : 0;
  }
  // Times, versions and attributes may be anything.
  CHECK(read > archives / 50);
  CHECK(read < archives / 2);
}

TEST_CASE("Every archive that ends too early, or goes on, is refused") {
  const MemoryFile file;
  for (const std::string& right : right_archives()) {
    for (std::size_t size = 0; size < right.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(check_archive(file, right.substr(0, size)));
    }
    CHECK_FALSE(check_archive(file, right + '\0'));
    CHECK_FALSE(check_archive(file, '\0' + right));
    CHECK(check_archive(file, right));
  }
}

TEST_CASE("A flipped bit of the elements is found") {
  const MemoryFile file;
  std::string bytes = right_archives()[0];
  const std::size_t data = bytes.find("NUMPY") + 127;
  bytes[data] = static_cast<char>(bytes[data] ^ 4);
  CHECK_THAT(refusal(file, bytes), ContainsSubstring(", images: the entry is damaged: its CRC-32 is "));
}

TEST_CASE("An entry that speaks of more than its bytes can hold is refused before memory is taken") {
  const MemoryFile file;
  std::string bytes = right_archives()[1];
  const std::size_t central = bytes.find(std::string("PK\1\2", 4));
  // 2 GB from some hundred bytes.
  bytes.replace(central + 24, 4, std::string("\0\0\0\x7f", 4));
  CHECK_THAT(refusal(file, bytes), ContainsSubstring(" compressed ones hold at most 1032 times as many"));
  CHECK_FALSE(check_archive(file, bytes));
}

TEST_CASE("Other mistakes are named with their place") {
  const MemoryFile file;
  const std::string& right = right_archives()[0];
  const std::size_t central = right.find(std::string("PK\1\2", 4));
  const std::size_t end = right.size() - 22;
  CHECK(refusal(file, "") == ": byte 0: the file is empty; a zip archive is at least 22 bytes long");
  CHECK(refusal(file, "PK\x03\x04 and no more") == ": byte 16: the archive ends here; it is cut off");
  CHECK_THAT(
      refusal(file, right.substr(0, end)),
      ContainsSubstring("the end of a zip directory is wanted here; the archive is cut off, or something follows it"));
  const auto with = [&](std::size_t at, const std::string& replaced) {
    std::string bytes = right;
    return bytes.replace(at, replaced.size(), replaced);
  };
  CHECK_THAT(refusal(file, with(central + 8, "\1")), ContainsSubstring("'images.npy' is encrypted"));
  CHECK_THAT(refusal(file, with(central + 8, "\x40")),
             ContainsSubstring("'images.npy' has flags 64, which are not known here"));
  CHECK_THAT(refusal(file, with(central + 10, "\x63")),
             ContainsSubstring("'images.npy' is compressed with a method that is not known here (method 99)"));
  CHECK_THAT(refusal(file, with(central + 16, "\x12\x34")),
             ContainsSubstring("byte 14: the CRC-32 of 'images.npy' is another one here than in the directory"));
  CHECK_THAT(refusal(file, with(central + 46, "o")),
             ContainsSubstring("byte 30: 'omages.npy' has another name here than in the directory"));
  CHECK_THAT(refusal(file, with(end + 4, "\1")), ContainsSubstring("the archive is one of several parts"));
  CHECK_THAT(refusal(file, with(end + 16, "\1")), ContainsSubstring("which does not end here"));
  CHECK_THAT(refusal(file, with(end + 8, "\7")),
             ContainsSubstring("the archive says it holds 8 entries, and 7 of them"));
  CHECK_THAT(refusal(file, with(end + 8, std::string("\7\0\7", 3))),
             ContainsSubstring("the directory should end here, after 7 entries"));
}
