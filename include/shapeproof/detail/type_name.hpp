// SPDX-License-Identifier: BSL-1.0
// What is a type called in a sentence?
#pragma once

#include "../rules/names.hpp"

namespace shapeproof::detail {

// The last part of a type's name without its template arguments: Matmul.
template <class Type>
constexpr Sentence short_name() {
  const char* text = __PRETTY_FUNCTION__;
  const char* begin = text;
  while (*begin != '\0' &&
         !(begin[0] == 'T' && begin[1] == 'y' && begin[2] == 'p' && begin[3] == 'e' && begin[4] == ' ')) {
    ++begin;
  }
  begin += *begin == '\0' ? 0 : 7;
  const char* end = begin;
  for (; is_letter(*end) || is_digit(*end) || *end == ':'; ++end) {
    if (*end == ':') begin = end + 1;
  }
  Sentence name;
  for (; begin != end; ++begin) name << *begin;
  return name;
}

}  // namespace shapeproof::detail
