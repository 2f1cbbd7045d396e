// SPDX-License-Identifier: BSL-1.0
// How are many elements written, each from its own position? In loops that compilers make vector code of, shared between
// threads.
#pragma once

#include "../parallel.hpp"

namespace shapeproof::engine {

// Elements that are worth a thread: of work that waits for memory, and of work that computes.
inline constexpr std::int64_t light_grain = 32768;
inline constexpr std::int64_t heavy_grain = 4096;

// So that g++ at -O2 knows how many there are, and neither g++ nor clang unrolls them all.
inline constexpr std::int64_t run_length = 128;

// out[i] = value(i). What value reads may stand at out[i], but not elsewhere in out: loops need no order. g++ is told so; to
// clang it is shown, as it warns where such a word does not help.
template <class T, class Value>
void write_each(T* out, std::int64_t count, const Value& value) {
  std::int64_t i = 0;
  for (; i + run_length <= count; i += run_length) {
#if defined(__clang__)
    T run[run_length];
    for (std::int64_t k = 0; k < run_length; ++k) run[k] = value(i + k);
    for (std::int64_t k = 0; k < run_length; ++k) out[i + k] = run[k];
#else
#pragma GCC ivdep
    for (std::int64_t k = 0; k < run_length; ++k) out[i + k] = value(i + k);
#endif
  }
#if !defined(__clang__)
#pragma GCC ivdep
#endif
  for (std::int64_t k = i; k < count; ++k) out[k] = value(k);
}

template <class T>
void write_each_in_parallel(T* out, std::int64_t count, std::int64_t grain, const auto& value) {
  parallel_for(count, grain, [&](std::int64_t begin, std::int64_t end) {
    write_each(out + begin, end - begin, [&](std::int64_t i) { return value(begin + i); });
  });
}

}  // namespace shapeproof::engine
