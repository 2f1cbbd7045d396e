// SPDX-License-Identifier: BSL-1.0
// Which files does the program know, and what do they hold? One table: a format more is a row more.
#pragma once

#include <string>
#include <vector>

#include <shapeproof/any.hpp>
#include <shapeproof/io/detail/byte_stream.hpp>

namespace shapeproof::tool {

// What a file says about one of its arrays.
struct Array {
  std::string name;  // in an archive; else empty
  std::string element_type;
  Extents extents;
  std::int64_t byte_count = 0;
  bool is_fortran_order = false;
};

struct Format {
  const char* name;       // ".npy"
  const char* loader;     // what reads it in a program: "load_npy"
  const char* header;     // and where that is declared
  const char* extension;  // decides where the first bytes say nothing
  bool (*begins)(const detail::InputFile& file, const detail::Opening& opening);
  std::vector<Array> (*list)(const std::string& path);
  AnyTensor (*load)(const std::string& path, const std::string& name);
};

// A file's format. Throws FileError where it has none of these, and says what it seems to be.
const Format& format_of(const std::string& path);

// The element type of that name: "float32". False where there is none.
bool find_element_type(const std::string& name, ElementType& type);

}  // namespace shapeproof::tool
