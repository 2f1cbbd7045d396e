// SPDX-License-Identifier: BSL-1.0
// Which elements does a safetensors header mean by "F32", and what becomes of those that no tensor here holds?
// The names: https://github.com/huggingface/safetensors
// run time only: tests/io/safetensors.cpp
#pragma once

#include "../../element.hpp"
#include "json_text.hpp"

namespace shapeproof::detail {

struct SafetensorsType {
  const char* name;
  const char* meaning;  // as NumPy and PyTorch call it
  int bytes;
  int element;  // the ElementType, or -1
};

constexpr int as_number(ElementType type) { return static_cast<int>(type); }

inline constexpr SafetensorsType safetensors_types[] = {
    {"BOOL", "bool", 1, as_number(ElementType::boolean)},
    {"U8", "uint8", 1, as_number(ElementType::uint8)},
    {"I8", "int8", 1, as_number(ElementType::int8)},
    {"F8_E5M2", "float8_e5m2", 1, -1},
    {"F8_E4M3", "float8_e4m3fn", 1, -1},
    {"F8_E8M0", "float8_e8m0fnu", 1, -1},
    {"I16", "int16", 2, as_number(ElementType::int16)},
    {"U16", "uint16", 2, as_number(ElementType::uint16)},
    {"F16", "float16", 2, as_number(ElementType::float16)},
    {"BF16", "bfloat16", 2, -1},
    {"I32", "int32", 4, as_number(ElementType::int32)},
    {"U32", "uint32", 4, as_number(ElementType::uint32)},
    {"F32", "float32", 4, as_number(ElementType::float32)},
    {"C64", "complex64", 8, as_number(ElementType::complex64)},
    {"F64", "float64", 8, as_number(ElementType::float64)},
    {"I64", "int64", 8, as_number(ElementType::int64)},
    {"U64", "uint64", 8, as_number(ElementType::uint64)},
};
inline constexpr int safetensors_type_count = sizeof safetensors_types / sizeof *safetensors_types;

constexpr bool is_bfloat16(const SafetensorsType& type) { return type.name[0] == 'B' && type.name[1] == 'F'; }

// The place in safetensors_types, or -1.
inline int find_safetensors_type(const Excerpt& name) {
  for (int i = 0; i < safetensors_type_count; ++i) {
    if (name == safetensors_types[i].name) return i;
  }
  return -1;
}
inline int find_safetensors_type(ElementType type) {
  for (int i = 0; i < safetensors_type_count; ++i) {
    if (safetensors_types[i].element == as_number(type)) return i;
  }
  return -1;
}

}  // namespace shapeproof::detail
