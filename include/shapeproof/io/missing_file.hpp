// SPDX-License-Identifier: BSL-1.0
// A file is not there: where was it looked for, and which file of a similar name is there?
// run time only: tests/io/missing_file.cpp
#pragma once

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_error.hpp"

namespace shapeproof::detail {

// A path in two: the directory ("." where none is written, "/" for the root) and the name in it.
struct SplitPath {
  char directory[PATH_MAX] = ".";
  const char* name = "";

  explicit SplitPath(const char* path) {
    const char* slash = nullptr;
    for (const char* at = path; *at != '\0'; ++at) {
      if (*at == '/') slash = at;
    }
    name = slash == nullptr ? path : slash + 1;
    if (slash == nullptr) return;
    // What is too long for the system is cut, and then found missing as it should.
    const std::size_t size = slash == path ? 1 : static_cast<std::size_t>(slash - path);
    const std::size_t kept = size < PATH_MAX ? size : PATH_MAX - 1;
    for (std::size_t i = 0; i < kept; ++i) directory[i] = path[i];
    directory[kept] = '\0';
  }
};

inline char lower_case(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// A file's name to compare by: in lower case, without ".npy".
struct Stem {
  static constexpr int capacity = 255;  // what systems allow for one name
  char letters[capacity] = {};
  int size = 0;

  explicit Stem(const char* name) {
    for (; name[size] != '\0' && size < capacity; ++size) letters[size] = lower_case(name[size]);
    if (size > 4 && letters[size - 4] == '.' && letters[size - 3] == 'n' && letters[size - 2] == 'p' &&
        letters[size - 1] == 'y') {
      size -= 4;
    }
  }
};

// How many letters must be changed, added or left out to turn one into the other (Levenshtein's distance).
inline int distance_of(const Stem& left, const Stem& right) {
  int row[Stem::capacity + 1];
  for (int j = 0; j <= right.size; ++j) row[j] = j;
  for (int i = 1; i <= left.size; ++i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j <= right.size; ++j) {
      const int replaced = diagonal + (left.letters[i - 1] == right.letters[j - 1] ? 0 : 1);
      diagonal = row[j];
      const int shorter = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      row[j] = replaced < shorter ? replaced : shorter;
    }
  }
  return row[right.size];
}

// The file of a directory whose name is most like `wanted`, or "": the first in the alphabet among equals.
class SimilarName {
 public:
  SimilarName(const char* directory, const char* wanted) : wanted_(wanted), least_(wanted_.size / 3 + 1) {
    DIR* entries = ::opendir(directory);
    if (entries == nullptr) return;
    for (int count = 0; count < most_entries; ++count) {
      const dirent* entry = ::readdir(entries);
      if (entry == nullptr) break;
      if (entry->d_name[0] != '.') consider(static_cast<const char*>(entry->d_name));
    }
    ::closedir(entries);
  }

  [[nodiscard]] const char* text() const { return name_; }

 private:
  static constexpr int most_entries = 10'000;  // an error should not take long to say

  void consider(const char* name) {
    const Stem stem(name);
    if (stem.size - wanted_.size > least_ || wanted_.size - stem.size > least_) return;
    const int distance = distance_of(stem, wanted_);
    if (distance < least_ || (distance == least_ && name_[0] != '\0' && comes_before(name, name_))) keep(name, distance);
  }
  static bool comes_before(const char* left, const char* right) {
    while (*left != '\0' && *left == *right) ++left, ++right;
    return static_cast<unsigned char>(*left) < static_cast<unsigned char>(*right);
  }
  void keep(const char* name, int distance) {
    least_ = distance;
    int size = 0;
    for (; name[size] != '\0' && size < Stem::capacity; ++size) name_[size] = name[size];
    name_[size] = '\0';
  }

  Stem wanted_;
  int least_;
  char name_[Stem::capacity + 1] = {};
};

// The directory of a file that is not there, from the root, whether or not it exists.
inline Sentence absolute_directory(const char* directory) {
  char absolute[PATH_MAX];
  if (::realpath(directory, absolute) != nullptr) return sentence_of(ShownPath{absolute});
  if (directory[0] == '/' || ::getcwd(absolute, sizeof absolute) == nullptr) return sentence_of(ShownPath{directory});
  return sentence_of(ShownPath{absolute}, '/', ShownPath{directory});
}

inline bool is_directory(const char* path) {
  struct stat status = {};
  return ::stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

inline bool is_link(const char* path) {
  struct stat status = {};
  return ::lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

inline FileError missing_directory_error(const FileFacts& file, const char* directory) {
  return file.error("there is no directory ", absolute_directory(directory));
}

inline FileError missing_file_error(const FileFacts& file) {
  if (*file.path == '\0') return file.error("the path is empty; the name of a file is wanted");
  if (is_link(file.path)) return file.error("this is a link to a file that does not exist");
  const SplitPath path(file.path);
  if (!is_directory(path.directory)) return missing_directory_error(file, path.directory);
  const SimilarName similar(path.directory, path.name);
  Sentence reason = sentence_of("no such file in ", absolute_directory(path.directory));
  if (*similar.text() != '\0') reason << "; " << similar.text() << " is there";
  return file.error(reason);
}

}  // namespace shapeproof::detail
