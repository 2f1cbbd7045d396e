// SPDX-License-Identifier: BSL-1.0
// Ten thousand damaged files, the same ones each time: each is a FileError that names the file, or is read; and nothing takes
// more memory than the file can be worth.
#pragma once

#include "damage.hpp"

namespace damage {

// Whether `load(path)` reads the bytes; else what it throws is a FileError as it must be. `most` bytes may be asked for at
// once.
template <class Load>
bool is_read(const MemoryFile& file, const std::string& bytes, std::size_t most, const Load& load) {
  file.hold(bytes);
  requests::seen = {};
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
  CHECK(requests::seen.largest <= most);
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
    // Blocks of memory come in some sizes only.
    const std::size_t most = growth * bytes.size() * 9 / 8 + small;
    read += is_read(file, bytes, most, load) ? 1 : 0;
  }
  CAPTURE(read);
  CHECK(read >= counts.least);
  CHECK(read <= counts.most);
}

}  // namespace damage
