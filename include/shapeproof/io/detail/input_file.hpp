// SPDX-License-Identifier: BSL-1.0
// How is a file opened and read? Only where its length is known beforehand, so that everything it says about itself can
// be checked against that; and into memory that is there already.
// run time only: tests/io/input_file.cpp
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "missing_file.hpp"

namespace shapeproof::detail {

// An open file of the system's, closed at the end.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void open(int number) {
    close();
    number_ = number;
  }
  // Some systems say only here that writing has failed.
  bool close() { return !is_open() || ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_ = -1;
};

// What the system does in one call on every platform.
inline constexpr std::int64_t most_bytes_at_once = std::int64_t{1} << 30;

inline std::size_t bytes_at_once(std::int64_t bytes) {
  return static_cast<std::size_t>(bytes < most_bytes_at_once ? bytes : most_bytes_at_once);
}

// "" for a regular file.
inline const char* special_kind(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return "a directory";
  if (S_ISFIFO(status.st_mode)) return "a FIFO";
  if (S_ISSOCK(status.st_mode)) return "a socket";
  return S_ISREG(status.st_mode) ? "" : "a device";
}

inline FileError open_error(const FileFacts& file, int reason) {
  if (reason == ENOENT) return missing_file_error(file);
  if (reason == EACCES) return file.error("no permission to read it");
  return file.error("cannot be opened: ", ::strerror(reason));
}

class InputFile {
 public:
  // The path's text must outlive the file.
  explicit InputFile(const Path& path)
      // Without O_NONBLOCK a FIFO would keep us waiting for somebody who writes to it.
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)), facts_{path.c_str(), 0} {
    if (!descriptor_.is_open()) throw open_error(facts_, errno);
    struct stat status = {};
    if (::fstat(descriptor_.number(), &status) != 0) throw open_error(facts_, errno);
    const char* kind = special_kind(status);
    if (*kind != '\0') throw facts_.error("this is ", kind, "; a regular file is wanted");
    facts_.size = status.st_size;
  }

  [[nodiscard]] const FileFacts& facts() const { return facts_; }
  [[nodiscard]] int descriptor() const { return descriptor_.number(); }

  void read_at(std::int64_t offset, void* to, std::int64_t bytes) const {
    auto* next = static_cast<unsigned char*>(to);
    while (bytes > 0) {
      const std::int64_t count = read_some(offset, next, bytes);
      next += count;
      offset += count;
      bytes -= count;
    }
  }

 private:
  std::int64_t read_some(std::int64_t offset, void* to, std::int64_t bytes) const {
    for (;;) {
      const auto count = ::pread(descriptor_.number(), to, bytes_at_once(bytes), offset);
      if (count > 0) return count;
      if (count == 0)
        throw facts_.error_at(offset, "the file ends here; it held ", facts_.size, " bytes when it was opened");
      if (errno != EINTR) throw facts_.error_at(offset, "cannot be read: ", ::strerror(errno));
    }
  }

  Descriptor descriptor_;
  FileFacts facts_;
};

}  // namespace shapeproof::detail
