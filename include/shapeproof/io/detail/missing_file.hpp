// SPDX-License-Identifier: BSL-1.0
// A file is not there: where was it looked for, and which file of a similar name is there?
// run time only: tests/io/missing_file.cpp
#pragma once

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../file_error.hpp"

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

// A file's name to compare by, in lower case.
struct ComparedName {
  static constexpr int capacity = 255;  // what systems allow for one name
  char letters[capacity] = {};
  int size = 0;
  int stem_size = 0;  // without ".npy"

  explicit ComparedName(const char* name) {
    for (; name[size] != '\0' && size < capacity; ++size) letters[size] = lower_case(name[size]);
    const char* end = letters + size - 4;
    const bool is_npy = size > 4 && end[0] == '.' && end[1] == 'n' && end[2] == 'p' && end[3] == 'y';
    stem_size = is_npy ? size - 4 : size;
  }
};

// How many letters must be changed, added or left out to turn one into the other (Levenshtein's distance).
inline int distance_of(const char* left, int left_size, const char* right, int right_size) {
  int row[ComparedName::capacity + 1] = {};
  for (int j = 0; j <= right_size; ++j) row[j] = j;
  for (int i = 1; i <= left_size; ++i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j <= right_size; ++j) {
      const int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      const int shorter = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      row[j] = replaced < shorter ? replaced : shorter;
    }
  }
  return row[right_size];
}

// With or without ".npy", whichever is nearer: it may be what is missing, or what is misspelt.
inline int distance_of(const ComparedName& left, const ComparedName& right) {
  const int whole = distance_of(left.letters, left.size, right.letters, right.size);
  const int stem = distance_of(left.letters, left.stem_size, right.letters, right.stem_size);
  return whole < stem ? whole : stem;
}

// Of the names that are considered, the one that is most like `wanted`, or "": the first in the alphabet among equals.
class NearestName {
 public:
  explicit NearestName(const char* wanted) : wanted_(wanted), least_(wanted_.stem_size / 3 + 1) {}

  void consider(const char* name) {
    const int distance = distance_of(ComparedName(name), wanted_);
    if (distance < least_ || (distance == least_ && name_[0] != '\0' && comes_before(name, name_)))
      keep(name, distance);
  }
  [[nodiscard]] const char* text() const { return name_; }

  static constexpr int most_names = 10'000;  // an error should not take long to say

 private:
  static bool comes_before(const char* left, const char* right) {
    while (*left != '\0' && *left == *right) ++left, ++right;
    return static_cast<unsigned char>(*left) < static_cast<unsigned char>(*right);
  }
  void keep(const char* name, int distance) {
    least_ = distance;
    int size = 0;
    for (; name[size] != '\0' && size < ComparedName::capacity; ++size) name_[size] = name[size];
    name_[size] = '\0';
  }

  ComparedName wanted_;
  int least_;
  char name_[ComparedName::capacity + 1] = {};
};

// The file of a directory whose name is most like `wanted`, or "".
class SimilarName {
 public:
  SimilarName(const char* directory, const char* wanted) : nearest_(wanted) {
    DIR* entries = ::opendir(directory);
    if (entries == nullptr) return;
    for (int count = 0; count < NearestName::most_names; ++count) {
      const dirent* entry = ::readdir(entries);
      if (entry == nullptr) break;
      if (entry->d_name[0] != '.') nearest_.consider(static_cast<const char*>(entry->d_name));
    }
    ::closedir(entries);
  }

  [[nodiscard]] const char* text() const { return nearest_.text(); }

 private:
  NearestName nearest_;
};

// The directory of a file that is not there, from the root, whether or not it exists.
inline Sentence absolute_directory(const char* directory) {
  char absolute[PATH_MAX];
  if (::realpath(directory, absolute) != nullptr) return sentence_of(ShownPath{absolute});
  if (directory[0] == '/' || ::getcwd(absolute, sizeof absolute) == nullptr) return sentence_of(ShownPath{directory});
  return sentence_of(ShownPath{absolute}, '/', ShownPath{directory});
}

// A directory that only cannot be looked at is not missing.
inline bool is_missing_directory(const char* path) {
  struct stat status = {};
  if (::stat(path, &status) == 0) return !S_ISDIR(status.st_mode);
  return errno == ENOENT || errno == ENOTDIR;
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
  if (is_missing_directory(path.directory)) return missing_directory_error(file, path.directory);
  const SimilarName similar(path.directory, path.name);
  Sentence reason = sentence_of("no such file in ", absolute_directory(path.directory));
  if (*similar.text() != '\0') reason << "; " << similar.text() << " is there";
  return file.error(reason);
}

}  // namespace shapeproof::detail
