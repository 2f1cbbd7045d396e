// SPDX-License-Identifier: BSL-1.0
// What is thrown when a file cannot be read or written? FileError: which file, at which byte, and why.
#pragma once

#include <cstdint>

#include "../buffer.hpp"
#include "../errors.hpp"
#include "path.hpp"

namespace shapeproof {
namespace detail {

// A name as sentences show it. The beginning of a very long one is left out, so that the reason has room.
struct ShownPath {
  const char* text;
};

inline Sentence& operator<<(Sentence& out, ShownPath path) {
  constexpr std::size_t most = 200;
  std::size_t size = 0;
  while (path.text[size] != '\0') ++size;
  if (size == 0) return out << "\"\"";
  return size <= most ? out << path.text : out << "..." << path.text + (size - most);
}

inline Sentence file_sentence(const char* path, std::int64_t offset, const Sentence& reason) {
  Sentence sentence;
  sentence << ShownPath{path} << ": ";
  if (offset >= 0) sentence << "byte " << offset << ": ";
  return sentence << reason;
}

inline Buffer copy_text(const char* text) {
  std::size_t size = 1;
  while (text[size - 1] != '\0') ++size;
  Buffer copy = Buffer::allocate(size);
  auto* to = static_cast<char*>(copy.data());
  for (std::size_t i = 0; i < size; ++i) to[i] = text[i];
  return copy;
}

}  // namespace detail

// what() is `my_data.npy: byte 8: the reason`.
class FileError : public Error {
 public:
  // The offset of what is wrong with a file as a whole: that it is missing, for example.
  static constexpr std::int64_t no_offset = -1;

  FileError(const Path& path, std::int64_t offset, const Sentence& reason)
      : Error(detail::file_sentence(path.c_str(), offset, reason)),
        path_(detail::copy_text(path.c_str())),
        offset_(offset) {}

  // The file, as it was given.
  [[nodiscard]] const char* path() const noexcept { return static_cast<const char*>(path_.data()); }
  // Where in the file, counted from 0; no_offset where it is no single byte.
  [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

 private:
  Buffer path_;  // as copying an exception must not throw
  std::int64_t offset_;
};

namespace detail {

// The file that is being read: what its errors need to say.
struct FileFacts {
  const char* path;
  std::int64_t size;

  template <class... Parts>
  [[nodiscard]] FileError error(const Parts&... parts) const {
    return FileError(path, FileError::no_offset, sentence_of(parts...));
  }
  template <class... Parts>
  [[nodiscard]] FileError error_at(std::int64_t offset, const Parts&... parts) const {
    return FileError(path, offset, sentence_of(parts...));
  }
};

}  // namespace detail
}  // namespace shapeproof
