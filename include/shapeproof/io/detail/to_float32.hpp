// SPDX-License-Identifier: BSL-1.0
// How do elements of another floating type become float32? float16 and bfloat16 exactly, float64 rounded to the nearest.
#pragma once

#include "../../buffer.hpp"
#include "../../half.hpp"

namespace shapeproof::detail {

// The upper half of a float32: https://en.wikipedia.org/wiki/Bfloat16_floating-point_format
struct Bfloat16 {
  std::uint16_t bits;
  explicit operator float() const { return __builtin_bit_cast(float, std::uint32_t{bits} << 16); }
};

template <class From>
Buffer to_float32(const void* elements, std::int64_t count) {
  Buffer buffer = Buffer::allocate(static_cast<std::size_t>(count) * sizeof(float));
  auto* to = static_cast<float*>(buffer.data());
  const auto* from = static_cast<const unsigned char*>(elements);
  for (std::int64_t i = 0; i < count; ++i, from += sizeof(From)) {
    From value{};
    __builtin_memcpy(&value, from, sizeof value);
    to[i] = static_cast<float>(value);
  }
  return buffer;
}

}  // namespace shapeproof::detail
