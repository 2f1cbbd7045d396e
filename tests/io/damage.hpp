// SPDX-License-Identifier: BSL-1.0
// How are files damaged, always in the same ways, and what must an error say of them?
#pragma once

#include "catch.hpp"
#include "requests.hpp"

#include <sys/mman.h>

#include <cstring>
#include <random>
#include <string>

#include <shapeproof/io/detail/input_file.hpp>

namespace damage {

using shapeproof::FileError;

// A file in memory, with a path.
class MemoryFile {
 public:
  MemoryFile()
      : descriptor_(::memfd_create("npy", MFD_CLOEXEC)),
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
      for (std::size_t i = chance.below(4); i < 4; ++i) {
        const std::size_t place = chance.below(bytes.size());
        bytes[place] = static_cast<char>(chance.below(256));
      }
      return bytes;
  }
}

// What each FileError must be, whatever the reason.
inline void check_error(const FileError& error, const std::string& path, std::size_t size) {
  const std::string expected = path + ": byte " + std::to_string(error.offset()) + ": ";
  CHECK(std::string(error.what()).substr(0, expected.size()) == expected);
  CHECK(std::strlen(error.what()) > expected.size() + 10);
  CHECK(error.path() == path);
  CHECK(error.offset() >= 0);
  CHECK(error.offset() <= static_cast<std::int64_t>(size));
}

// The same of an archive: an error names a byte of the file, or the entry.
inline void check_archive_error(const FileError& error, const std::string& path, std::size_t size) {
  if (*error.entry() == '\0') return check_error(error, path, size);
  const std::string expected = path + ", " + error.entry() + ": ";
  CHECK(std::string(error.what()).substr(0, 10) == expected.substr(0, 10));
  CHECK(std::strlen(error.what()) > 20);
  CHECK(error.path() == path);
}

}  // namespace damage
