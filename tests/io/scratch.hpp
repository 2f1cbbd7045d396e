// SPDX-License-Identifier: BSL-1.0
// Where do the tests of io/ keep their files, and how do they look at what is thrown?
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <shapeproof/io/file_error.hpp>

namespace scratch {

// A directory for the files of one test, removed with them at its end.
class Directory {
 public:
  Directory() {
    std::string name = (std::filesystem::temp_directory_path() / "shapeproof-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no directory " + name);
    path_ = name;
    std::filesystem::permissions(path_, std::filesystem::perms{0755});
  }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory() { std::filesystem::remove_all(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::string operator/(const char* name) const { return (path_ / name).string(); }
  [[nodiscard]] std::ptrdiff_t file_count() const {
    return std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator());
  }

 private:
  std::filesystem::path path_;
};

// The process's own directory is another one for the time of a test.
class Inside {
 public:
  explicit Inside(const Directory& directory) { std::filesystem::current_path(directory.path()); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
};

// The administrator may read and write everything. Tests of permissions are somebody else meanwhile.
class Nobody {
 public:
  Nobody() : is_root_(::geteuid() == 0) {
    if (is_root_ && ::seteuid(65534) != 0) is_root_ = false;
  }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;
  ~Nobody() {
    if (is_root_ && ::seteuid(0) != 0) ::abort();
  }

 private:
  bool is_root_;
};

inline std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// What a FileError says; empty where none was thrown.
struct Thrown {
  std::string sentence;
  std::string path;
  std::int64_t offset = shapeproof::FileError::no_offset;
};

template <class Action>
Thrown thrown_by(const Action& action) {
  try {
    action();
  } catch (const shapeproof::FileError& error) {
    return {error.what(), error.path(), error.offset()};
  }
  return {};
}

}  // namespace scratch
