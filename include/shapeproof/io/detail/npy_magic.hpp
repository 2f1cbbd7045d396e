// SPDX-License-Identifier: BSL-1.0
// Is this a .npy file, and if not, what is it?
// run time only: tests/io/npy_header.cpp
#pragma once

#include "file_kind.hpp"

namespace shapeproof::detail {

inline void check_magic(const FileFacts& file, const Opening& opening) {
  if (file.size == 0) throw file.error_at(0, "the file is empty; a .npy file begins with \\x93NUMPY");
  if (opening.begins_with("\x93NUMPY")) return;
  if (opening.size < 6 && opening.bytes[0] == 0x93)
    throw file.error_at(opening.size, "the file ends within \\x93NUMPY");
  const char* kind = kind_of(opening, file.size);
  if (*kind != '\0') throw file.error_at(0, "this is ", kind);
  throw file.error_at(0, "the file does not begin with \\x93NUMPY, as .npy files do");
}

}  // namespace shapeproof::detail
