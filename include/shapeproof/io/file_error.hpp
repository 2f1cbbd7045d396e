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

// A file, or an entry of an archive: "weights.npz, fc1.weight".
inline Sentence subject_of(const char* path, const char* entry) {
  Sentence subject = sentence_of(ShownPath{path});
  return *entry == '\0' ? subject : subject << ", " << ShownPath{entry};
}

inline Sentence file_sentence(const char* path, const char* entry, std::int64_t offset, const Sentence& reason) {
  Sentence sentence = subject_of(path, entry) << ": ";
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

// what() is `my_data.npy: byte 8: the reason`, or `my_data.npz, images: byte 8: the reason`.
class FileError : public Error {
 public:
  // The offset of what is wrong with a file as a whole: that it is missing, for example.
  static constexpr std::int64_t no_offset = -1;

  // At that byte of the file, or at none where it is negative.
  FileError(const Path& path, std::int64_t offset, const Sentence& reason) : FileError(path, "", offset, reason) {}
  // The same in an entry of an archive, a name.
  FileError(const Path& path, const char* entry, std::int64_t offset, const Sentence& reason)
      : Error(detail::file_sentence(path.c_str(), entry, offset, reason)),
        path_(detail::copy_text(path.c_str())),
        entry_(detail::copy_text(entry)),
        offset_(offset) {}

  // The file, as it was given.
  [[nodiscard]] const char* path() const noexcept { return static_cast<const char*>(path_.data()); }
  // The name of what is wrong in an archive; "" for what is wrong with the file.
  [[nodiscard]] const char* entry() const noexcept { return static_cast<const char*>(entry_.data()); }
  // Where in the file, or in the entry as it is unpacked, counted from 0; no_offset where it is no single byte.
  [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

 private:
  Buffer path_;  // as copying an exception must not throw
  Buffer entry_;
  std::int64_t offset_;
};

namespace detail {

// The file that is being read, or the entry of an archive: what its errors need to say.
struct FileFacts {
  const char* path;
  std::int64_t size;
  const char* entry = "";

  template <class... Parts>
  [[nodiscard]] FileError error(const Parts&... parts) const {
    return FileError(path, entry, FileError::no_offset, sentence_of(parts...));
  }
  template <class... Parts>
  [[nodiscard]] FileError error_at(std::int64_t offset, const Parts&... parts) const {
    return FileError(path, entry, offset, sentence_of(parts...));
  }
};

}  // namespace detail
}  // namespace shapeproof
