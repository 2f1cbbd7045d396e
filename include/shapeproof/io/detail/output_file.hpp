// SPDX-License-Identifier: BSL-1.0
// How is a file written so that nobody ever sees half of it? Under another name in the same directory; only when all of
// it is on the disk does it take its own name, in one step. Until then, and after every failure, the old file stays.
// run time only: tests/io/output_file.cpp
#pragma once

#include <stdio.h>

#include "input_file.hpp"

namespace shapeproof::detail {

// Where writing goes: the file that the path leads to through links, or the path itself if that leads nowhere.
struct Target {
  char path[PATH_MAX] = {};
  bool exists = false;
  struct stat status = {};

  explicit Target(const FileFacts& file) {
    if (::realpath(file.path, path) == nullptr) {
      const std::size_t size = ::strlen(file.path);
      if (size >= sizeof path) throw file.error("the path is longer than ", PATH_MAX - 1, " bytes");
      ::memcpy(path, file.path, size + 1);
    }
    exists = ::stat(path, &status) == 0;
  }
};

inline void check_target(const FileFacts& file, const Target& target, const SplitPath& split) {
  if (*split.name == '\0') throw file.error("this names no file to write");
  if (is_missing_directory(split.directory)) throw missing_directory_error(file, split.directory);
  if (!target.exists) return;
  const char* kind = special_kind(target.status);
  if (*kind != '\0') throw file.error("this is ", kind, ", which is not replaced by a file");
  // Taking the name of a file needs no permission to write it. Who took that permission away meant something by it.
  if (::faccessat(AT_FDCWD, target.path, W_OK, AT_EACCESS) != 0) throw file.error("no permission to write it");
}

// A name that nobody else uses in this directory.
struct TemporaryName {
  char text[PATH_MAX + 64] = {};

  TemporaryName() = default;
  explicit TemporaryName(const char* directory) {
    static unsigned long long count = 0;
    ::snprintf(text, sizeof text, "%s/.shapeproof-%ld-%llu.tmp", directory, static_cast<long>(::getpid()),
               __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED));
  }
};

// write() as often as needed, overwrite() what stands there, then commit(). Without commit() the file that was there stays.
class OutputFile {
 public:
  // The path's text must outlive the file.
  explicit OutputFile(const Path& path) : facts_{path.c_str(), 0}, target_(facts_), split_(target_.path) {
    check_target(facts_, target_, split_);
    open_temporary();
  }
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile() {
    if (is_temporary_) ::unlink(temporary_.text);
  }

  void write(const void* from, std::int64_t bytes) {
    const auto* next = static_cast<const unsigned char*>(from);
    while (bytes > 0) {
      const auto count = ::write(descriptor_.number(), next, bytes_at_once(bytes));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) throw failure(count == 0 ? EIO : errno);
      next += count;
      bytes -= count;
    }
  }

  // Bytes that were written already.
  void overwrite(std::int64_t offset, const void* from, std::int64_t bytes) {
    const auto* next = static_cast<const unsigned char*>(from);
    while (bytes > 0) {
      const auto count = ::pwrite(descriptor_.number(), next, bytes_at_once(bytes), offset);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) throw failure(count == 0 ? EIO : errno);
      next += count;
      offset += count;
      bytes -= count;
    }
  }

  void commit() {
    // Some file systems keep nothing that could be waited for, and say EINVAL.
    if (::fsync(descriptor_.number()) != 0 && errno != EINVAL && errno != ENOTSUP) throw failure(errno);
    if (!descriptor_.close()) throw failure(errno);
    if (::rename(temporary_.text, target_.path) != 0) throw failure(errno);
    is_temporary_ = false;
    sync_directory();
  }

 private:
  void open_temporary() {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    constexpr int everybody = 0666;  // less what the umask takes away
    int number = -1;
    do {
      temporary_ = TemporaryName(split_.directory);
      number = ::open(temporary_.text, flags, everybody);
    } while (number < 0 && errno == EEXIST);
    if (number < 0) throw failure(errno);
    is_temporary_ = true;
    descriptor_.open(number);
    constexpr mode_t permissions = 0777;
    if (target_.exists) static_cast<void>(::fchmod(number, target_.status.st_mode & permissions));
  }

  // So that the new name outlives a crash of the system. Whether it does or not, the file is the old or the new one.
  void sync_directory() const {
    const Descriptor directory(::open(split_.directory, O_RDONLY | O_CLOEXEC));
    if (directory.is_open()) static_cast<void>(::fsync(directory.number()));
  }

  [[nodiscard]] FileError failure(int reason) const {
    return facts_.error("cannot be written: ", ::strerror(reason), target_.exists ? "; the old file is unchanged" : "");
  }

  FileFacts facts_;
  Target target_;
  SplitPath split_;
  TemporaryName temporary_;
  Descriptor descriptor_;
  bool is_temporary_ = false;
};

}  // namespace shapeproof::detail
