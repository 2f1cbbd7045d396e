// SPDX-License-Identifier: BSL-1.0
// How large is the memory of a tensor? A block of at most an eighth more than is asked for, so that it serves sizes like its own
// when it is used again: 64, 128, ..., 512, 576, ..., 1024, 1152, ... bytes.
#pragma once

#include <cstddef>
#include <new>

namespace shapeproof::detail {

// Whether blocks are used again. Sanitizers must see each block go. Compilers other than clang have no __has_feature.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool recycles = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
inline constexpr bool recycles = false;
#else
inline constexpr bool recycles = true;
#endif
#else
inline constexpr bool recycles = true;
#endif

inline constexpr std::size_t block_alignment = 64;

constexpr int magnitude_of(std::size_t bytes) { return 63 - __builtin_clzll(bytes); }

// The bytes that a block for `bytes`, at least 1, gets.
constexpr std::size_t capacity_for(std::size_t bytes) {
  const std::size_t step = bytes < 8 * block_alignment ? block_alignment : std::size_t{1} << (magnitude_of(bytes) - 3);
  return (bytes + step - 1) / step * step;
}

inline void* fresh_block(std::size_t bytes) { return ::operator new(bytes, std::align_val_t{block_alignment}); }
inline void free_block(void* memory) noexcept { ::operator delete(memory, std::align_val_t{block_alignment}); }

}  // namespace shapeproof::detail
