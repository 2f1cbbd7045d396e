// SPDX-License-Identifier: BSL-1.0
// How does a tensor know which file it came from? Its buffer says so, for the errors of every door that it meets later.
#pragma once

#include "../../any.hpp"
#include "../file_error.hpp"

namespace shapeproof::detail {

inline AnyTensor any_with_origin(const FileFacts& file, ElementType type, const Extents& extents, Buffer elements) {
  elements.set_origin(subject_of(file.path, file.entry).c_str());
  const void* data = elements.data();
  return {type, extents, std::move(elements), data};
}

}  // namespace shapeproof::detail
