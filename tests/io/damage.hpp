// SPDX-License-Identifier: BSL-1.0
// Damaged files, the same ones each time, and what must hold of each: it is a FileError that names file and place, or it is
// read; and nothing takes more memory than the file can be worth.
#pragma once

#include "../catch.hpp"

#include <sys/mman.h>

#include <cstring>
#include <random>
#include <string>

#include <shapeproof/io/detail/input_file.hpp>

namespace damage {

// What operator new was asked for since the last reset, on this thread. Counted in the program that replaces it.
struct Requests {
  std::size_t largest = 0;
  std::size_t sum = 0;

  void note(std::size_t bytes) {
    largest = bytes > largest ? bytes : largest;
    sum += bytes;
  }
};
inline thread_local Requests requests;

// A file in memory, with a path.
class MemoryFile {
 public:
  MemoryFile()
      : descriptor_(::memfd_create("damaged", MFD_CLOEXEC)),
        path_("/proc/self/fd/" + std::to_string(descriptor_.number())) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  void hold(const std::string& bytes) const {
    REQUIRE(::ftruncate(descriptor_.number(), 0) == 0);
    REQUIRE(::pwrite(descriptor_.number(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  }

 private:
  shapeproof::detail::Descriptor descriptor_;
  std::string path_;
};

// Numbers that are the same with every standard library.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  // From 0 to below `end`.
  std::size_t below(std::size_t end) { return engine_() % end; }
  template <class Choice, std::size_t Size>
  Choice one_of(const Choice (&choices)[Size]) {
    return choices[below(Size)];
  }

 private:
  std::mt19937 engine_;
};

inline std::size_t place_in(const std::string& bytes, Chance& chance) { return chance.below(bytes.size() + 1); }

// Cut off, made longer or shorter in the middle, or a few bytes changed.
inline std::string damaged_bytes(std::string bytes, Chance& chance) {
  const std::size_t at = place_in(bytes, chance);
  switch (chance.below(5)) {
    case 0:
      return bytes.substr(0, at);
    case 1:
      return bytes.insert(at, std::string(1 + at % 9, static_cast<char>(chance.below(256))));
    case 2:
      return bytes.erase(at, 1 + chance.below(9));
    default:
      for (std::size_t i = chance.below(4); i < 4 && !bytes.empty(); ++i) {
        bytes[chance.below(bytes.size())] = static_cast<char>(chance.below(256));
      }
      return bytes;
  }
}

// Whether `load(path)` reads the bytes; else what it throws is a FileError as it must be. `most` bytes may be asked for at
// once.
template <class Load>
bool is_read(const MemoryFile& file, const std::string& bytes, std::size_t most, const Load& load) {
  file.hold(bytes);
  requests = {};
  bool read = false;
  try {
    load(file.path());
    read = true;
  } catch (const shapeproof::FileError& error) {
    const std::string sentence = error.what();
    CHECK(sentence.substr(0, file.path().size() + 2) == file.path() + ": ");
    CHECK(sentence.size() > file.path().size() + 12);
    CHECK(error.offset() <= static_cast<std::int64_t>(bytes.size()));
  }
  CHECK(requests.largest <= most);
  return read;
}

// Ten thousand of them, made of files that are right. `least` and `most` of them may be readable: else most would be
// refused for the same few reasons, or hardly any damage be noticed.
struct Counts {
  int least;
  int most;
};
template <std::size_t Files, class Load>
void check_ten_thousand(const std::string (&right)[Files], std::size_t growth, const Counts& counts, const Load& load) {
  const MemoryFile file;
  Chance chance(20261124);
  int read = 0;
  constexpr int files = 10'000;
  for (int i = 0; i < files; ++i) {
    CAPTURE(i);
    const std::string bytes = damaged_bytes(right[chance.below(Files)], chance);
    constexpr std::size_t small = 4096;
    read += is_read(file, bytes, growth * bytes.size() + small, load) ? 1 : 0;
  }
  CAPTURE(read);
  CHECK(read >= counts.least);
  CHECK(read <= counts.most);
}

}  // namespace damage
