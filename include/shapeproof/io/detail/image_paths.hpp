// SPDX-License-Identifier: BSL-1.0
// Which files of a directory are images of which class? Each directory in it is a class, in the order of their names;
// files come from any depth below, in the order of their directories, then of their names, by bytes.
// The order: https://pytorch.org/vision/stable/generated/torchvision.datasets.ImageFolder.html
// run time only: tests/images/image_folder.cpp
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "input_file.hpp"

namespace shapeproof::detail {

// What torchvision takes for an image by its name.
inline bool is_image_name(const std::string& name) {
  constexpr const char* endings[] = {".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp"};
  std::string lower = name;
  for (char& letter : lower) letter = lower_case(letter);
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](const char* ending) { return lower.ends_with(ending); });
}

inline std::string path_in(std::string directory, const std::string& name) {
  directory += '/';
  directory += name;
  return directory;
}

// The names in a directory, in two lists, each sorted. Links are followed.
struct DirectoryNames {
  std::vector<std::string> directories;
  std::vector<std::string> files;
};

inline DirectoryNames names_in(const std::string& path) {
  DirectoryNames names;
  DIR* entries = ::opendir(path.c_str());
  if (entries == nullptr) throw open_error({path.c_str(), 0}, errno);
  while (const dirent* entry = ::readdir(entries)) {
    const std::string name = static_cast<const char*>(entry->d_name);
    if (name == "." || name == "..") continue;
    struct stat status = {};
    const bool is_directory = ::stat(path_in(path, name).c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    (is_directory ? names.directories : names.files).push_back(name);
  }
  ::closedir(entries);
  std::sort(names.directories.begin(), names.directories.end());
  std::sort(names.files.begin(), names.files.end());
  return names;
}

// A directory and all below it.
inline void find_directories(const std::string& path, int depth, std::vector<std::string>& found) {
  constexpr int most_deep = 30;  // links may lead in a circle, and systems follow 40 of them
  const FileFacts directory{path.c_str(), 0};
  if (depth > most_deep)
    throw directory.error("directories lie more than ", most_deep, " deep; does a link lead back?");
  found.push_back(path);
  for (const std::string& name : names_in(path).directories) find_directories(path_in(path, name), depth + 1, found);
}

inline std::vector<std::string> find_images_below(const std::string& path) {
  std::vector<std::string> directories;
  std::vector<std::string> images;
  find_directories(path, 0, directories);
  std::sort(directories.begin(), directories.end());
  for (const std::string& directory : directories) {
    for (const std::string& name : names_in(directory).files) {
      if (is_image_name(name)) images.push_back(path_in(directory, name));
    }
  }
  return images;
}

struct ImagePaths {
  std::vector<std::string> paths;
  std::vector<std::int64_t> labels;  // of each path
  std::vector<std::string> classes;
};

inline ImagePaths find_images(const Path& directory) {
  const FileFacts root{directory.c_str(), 0};
  ImagePaths all;
  all.classes = names_in(directory.c_str()).directories;
  if (all.classes.empty()) throw root.error("there is no directory in it; one for each class is wanted");
  for (std::size_t label = 0; label < all.classes.size(); ++label) {
    const std::string path = path_in(directory.c_str(), all.classes[label]);
    const std::vector<std::string> images = find_images_below(path);
    if (images.empty()) {
      throw FileFacts{path.c_str(), 0}.error("there is no image in this class; a directory for each class is wanted");
    }
    all.paths.insert(all.paths.end(), images.begin(), images.end());
    all.labels.insert(all.labels.end(), images.size(), static_cast<std::int64_t>(label));
  }
  return all;
}

}  // namespace shapeproof::detail
