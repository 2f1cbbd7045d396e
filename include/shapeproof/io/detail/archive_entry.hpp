// SPDX-License-Identifier: BSL-1.0
// What do all archives of tensors do with an entry? They say which one is missing, and make its floats float32 if asked to.
// run time only: tests/io/safetensors.cpp
#pragma once

#include <algorithm>

#include "../named_tensors.hpp"
#include "file_tensor.hpp"
#include "missing_file.hpp"
#include "to_float32.hpp"

namespace shapeproof::detail {

inline FileError missing_entry_error(const FileFacts& file, const char* name, const NearestName& nearest) {
  Sentence reason = sentence_of("no tensor has the name ", ShownPath{name});
  if (*nearest.text() != '\0') reason << "; " << nearest.text() << " is there";
  return file.error(reason);
}

// For names that are written.
inline void check_distinct_names(const FileFacts& file, const NamedTensors& tensors) {
  std::vector<const std::string*> names;
  for (const NamedTensor& each : tensors) names.push_back(&each.name);
  std::sort(names.begin(), names.end(),
            [](const std::string* left, const std::string* right) { return *left < *right; });
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (*names[i - 1] == *names[i])
      throw FileError(file.path, names[i]->c_str(), FileError::no_offset, sentence_of("two tensors have this name"));
  }
}

// float16 and float64 as float32; all others as they are.
inline AnyTensor floats_of(const FileFacts& file, const AnyTensor& tensor) {
  const std::int64_t count = tensor.element_count();
  Buffer floats;
  if (tensor.element_type() == ElementType::float16) floats = to_float32<half>(tensor.data(), count);
  else if (tensor.element_type() == ElementType::float64) floats = to_float32<double>(tensor.data(), count);
  else return tensor;
  return any_with_origin(file, ElementType::float32, tensor.extents(), std::move(floats));
}

}  // namespace shapeproof::detail
