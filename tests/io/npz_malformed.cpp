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
  const std::string sentence = scratch::thrown_by([&] { load_npz(file.path()); }).sentence;
  return sentence.empty() ? sentence : sentence.substr(file.path().size());
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

// One array of floats, deflated, whose header says that there are `said` of them.
std::string deflated_archive(std::int64_t said, std::int64_t there) {
  const scratch::Directory directory;
  const std::string path = directory / "x.npz";
  detail::OutputFile file{path};
  detail::ZipWriter writer(file);
  const Sentence header = detail::npy_header_for(ElementType::float32, Extents(ShapeValue(said)));
  const std::vector<float> data(static_cast<std::size_t>(there), 0.5F);
  writer.add("x.npy", header.data(), static_cast<std::int64_t>(header.size()), data.data(), 4 * there, true);
  writer.finish();
  file.commit();
  return scratch::bytes_of_file(path);
}

void add_to(std::string& bytes, std::size_t at, int difference) {
  bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) + difference);
}

struct Wrong {
  const char* archive;
  std::size_t at;
  std::string bytes;
  const char* sentence;
};

TEST_CASE("Each mistake of an archive is named with its place") {
  const MemoryFile file;
  const std::pair<const char*, const std::string*> archives[] = {
      {"stored", &right_archives()[0]}, {"zip64", &right_archives()[2]}, {"streamed", &right_archives()[3]}};
  const auto zeros = [](const char* text, std::size_t size) { return std::string(text, size); };
  constexpr std::size_t directory = 1688;  // of stored and zip64
  constexpr std::size_t end = 2132;        // of stored
  const Wrong mistakes[] = {
      {"stored", 2, "x", "byte 0: the file does not begin with PK, as zip archives and .npz files do"},
      {"stored", end, "x",
       "byte 2132: the end of a zip directory is wanted here; the archive is cut off, or something follows it"},
      {"stored", end + 4, "\1", "byte 2136: the archive is one of several parts; all in one file are wanted"},
      {"stored", end + 8, "\7", "byte 2140: the archive says it holds 8 entries, and 7 of them"},
      {"stored", end + 8, zeros("\7\0\7", 3), "byte 2075: the directory should end here, after 7 entries"},
      {"stored", end + 8, zeros("\xff\0\xff", 3), "byte 2132: a directory of 444 bytes cannot hold 255 entries"},
      {"stored", end + 16, "\1",
       "byte 2132: the directory is said to be 444 bytes from byte 1537 on, which does not end here"},
      {"stored", directory, "x", "byte 1688: an entry of the directory is wanted here; the archive is damaged"},
      {"stored", directory + 8, "\1", "byte 1696: 'images.npy' is encrypted"},
      {"stored", directory + 8, "\x40", "byte 1696: 'images.npy' has flags 64, which are not known here"},
      {"stored", directory + 10, "\x63",
       "byte 1698: 'images.npy' is compressed with a method that is not known here (method 99); numpy.savez and "
       "savez_compressed write what is read"},
      {"stored", directory + 10, "\x09",
       "byte 1698: 'images.npy' is compressed with deflate64 (method 9); numpy.savez and savez_compressed write what "
       "is read"},
      {"stored", directory + 10, "\x0e",
       "byte 1698: 'images.npy' is compressed with LZMA (method 14); numpy.savez and savez_compressed write what is "
       "read"},
      {"stored", directory + 10, "\x5d",
       "byte 1698: 'images.npy' is compressed with zstd (method 93); numpy.savez and savez_compressed write what is "
       "read"},
      {"stored", directory + 10, "\x5f",
       "byte 1698: 'images.npy' is compressed with xz (method 95); numpy.savez and savez_compressed write what is "
       "read"},
      {"stored", directory + 16, "\1\2\3\4", "byte 14: 'images.npy': the CRC-32 here and in the directory differ"},
      {"stored", directory + 24, "\xe1", "byte 1708: 'images.npy' is stored as 224 bytes and is 225"},
      {"stored", directory + 28, "\xff\xff", "byte 1688: the directory ends within an entry"},
      {"stored", directory + 34, "\1", "byte 1722: the entry is in another part of the archive"},
      {"stored", directory + 42, "\x0a", "byte 0: 'images.npy' should begin here, and begins at 10"},
      {"stored", directory + 46, "o", "byte 30: 'omages.npy' has another name here than in the directory"},
      {"stored", directory + 46, zeros("\0", 1), "byte 1734: an entry's name holds a zero byte"},
      {"stored", directory + 56 + 42, zeros("\x1d\1", 2),
       "byte 284: 'images.npy' ends here, and what follows begins at 285"},
      {"stored", directory + 56 + 42, zeros("\x0a\0", 2), "byte 0: there is no room for 'images.npy' here"},
      {"stored", 284, "x", "byte 284: the beginning of an entry is wanted here; the archive is damaged"},
      {"stored", 6, "\2", "byte 6: 'images.npy': the flags here and in the directory differ"},
      {"stored", 8, "\x08", "byte 8: 'images.npy': the method here and in the directory differ"},
      {"stored", 26, "\x0b", "byte 0: 'images.npy' with its 224 bytes does not fit between here and byte 284"},
      {"stored", 22, "\1", "byte 22: 'images.npy': the size here and in the directory differ"},
      {"stored", 18, "\1", "byte 18: 'images.npy': the compressed size here and in the directory differ"},
      {"zip64", 2356, "x", "byte 2356: the end of a zip64 directory is wanted here; the archive is damaged"},
      {"zip64", 2356 + 4, "\1", "byte 2360: the end of the zip64 directory is 1 bytes long; 44 are wanted"},
      {"zip64", 2356 + 16, "\1", "byte 2372: the archive is one of several parts; all in one file are wanted"},
      {"zip64", 2356 + 24, "\7", "byte 2380: the archive says it holds 8 entries, and 7 of them"},
      {"zip64", 2356 + 31, "\x80", "byte 2380: a size or place is more than 63 bits hold"},
      {"zip64", 2412 + 8, "\1",
       "byte 2412: the end of the zip64 directory does not stand in front of this, as it should"},
      {"zip64", 2432 + 8, zeros("\1\0\1\0", 4),
       "byte 2432: the two ends of the directory, here and at byte 2356, differ"},
      {"zip64", directory + 30, "\2", "byte 1744: the extra fields end within one"},
      {"zip64", directory + 56 + 2, "\xff", "byte 1744: an extra field is longer than all of them"},
      {"zip64", directory + 56, "\2", "byte 1744: an entry's size needs 64 bits, and no extra field holds them"},
      {"zip64", directory + 56 + 2, "\x08",
       "byte 1744: an entry's compressed size needs 64 bits, and no extra field holds them"},
      {"zip64", directory + 56 + 2, "\x10", "byte 1744: an entry's place needs 64 bits, and no extra field holds them"},
      {"zip64", directory + 56 + 2, zeros("\x08\0\xe0\0\0\0\0\0\0\0\1\0\0\0", 14),
       "byte 1756: a second extra field holds numbers of 64 bits"},
      {"streamed", 338 + 20, "\x8f", "byte 183: the descriptor of 'images.npy' is wanted here, and nothing else"},
      {"streamed", 184 + 5, "x", "byte 184: the descriptor of 'images.npy' says something else than the directory"},
  };
  for (const Wrong& wrong : mistakes) {
    CAPTURE(wrong.archive, wrong.at, wrong.bytes);
    std::string bytes;
    for (const auto& [name, archive] : archives) bytes = name == std::string(wrong.archive) ? *archive : bytes;
    bytes.replace(wrong.at, wrong.bytes.size(), wrong.bytes);
    CHECK(refusal(file, bytes) == ": " + std::string(wrong.sentence));
  }
  CHECK(refusal(file, "") == ": byte 0: the file is empty; a zip archive is at least 22 bytes long");
  CHECK(refusal(file, "PK\x03\x04 and no more") == ": byte 16: the archive ends here; it is cut off");
  std::string empty = std::string("PK\x05\x06", 4) + std::string(18, '\0');
  const std::string before = empty;
  empty[16] = 22;
  CHECK(refusal(file, before + empty) == ": byte 0: the directory should begin here, and begins at 22");
}

TEST_CASE("Deflated data that is not what its entry says is refused") {
  const MemoryFile file;
  const std::string right = deflated_archive(100, 100);
  CHECK(refusal(file, right).empty());
  const std::size_t central = right.find(std::string("PK\1\2", 4));
  constexpr std::size_t data = 30 + 5;
  const auto with_size = [&](std::int64_t there, int difference) {
    std::string bytes = deflated_archive(100, there);
    for (const std::size_t at : {std::size_t{22}, bytes.find(std::string("PK\1\2", 4)) + 24})
      add_to(bytes, at, difference);
    return bytes;
  };
  CHECK(refusal(file, with_size(99, 4)) == ", x: the compressed data end 4 bytes too early");
  CHECK(refusal(file, with_size(101, -4)) ==
        ", x: byte 528: the compressed data hold more than the 528 bytes that the archive says");
  std::string bytes = right;
  bytes[data] = 7;
  CHECK(refusal(file, bytes) == ", x: the compressed data are damaged: invalid block type");
  // One byte more or less than the stream has.
  const auto with_packed = [&](int difference) {
    std::string changed = right;
    if (difference > 0) changed.insert(central, 1, '\0');
    else changed.erase(central - 1, 1);
    const std::size_t moved = difference > 0 ? central + 1 : central - 1;
    for (const std::size_t at : {std::size_t{18}, moved + 20, changed.size() - 22 + 16})
      add_to(changed, at, difference);
    return changed;
  };
  CHECK(refusal(file, with_packed(1)) == ", x: the compressed data end 1 bytes before the archive says");
  CHECK(refusal(file, with_packed(-1)) == ", x: the compressed data end in the middle");
  std::string stored = right_archives()[0];
  stored[14] = stored[1688 + 16] = 1;
  stored[15] = stored[1688 + 17] = 0;
  stored[16] = stored[1688 + 18] = 0;
  stored[17] = stored[1688 + 19] = 0;
  CHECK(refusal(file, stored) == ", images: the entry is damaged: its CRC-32 is 1924712504, the archive says 1");
  std::string large = right_archives()[1];
  large.replace(1162 + 24, 4, std::string("\0\0\0\x7f", 4));
  CHECK(refusal(file, large) ==
        ": byte 1186: 'images.npy' is said to be 2130706432 bytes; 144 compressed ones hold at most 1032 "
        "times as many");
  std::string twice = right_archives()[0];
  for (const std::size_t name : {std::size_t{284 + 30}, std::size_t{1744 + 46}}) twice.replace(name, 10, "images.npy");
  CHECK(refusal(file, twice) == ": byte 284: 'images.npy' is here for the second time");
}
