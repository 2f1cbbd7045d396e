// SPDX-License-Identifier: BSL-1.0
// How are many elements made from nothing but their position? Each thread makes a range of them.
#pragma once

#include "../create.hpp"
#include "../parallel.hpp"

namespace shapeproof::engine {

template <class T>
void fill_large(T* out, std::int64_t count, const T& value) {
  // A copy: `value` may lie in `out`.
  parallel_for(count, create_grain,
               [out, value](std::int64_t begin, std::int64_t end) { fill_range(out, begin, end, value); });
}

template <class T>
void arange_large(T* out, std::int64_t count, Wide<T> start, Wide<T> step) {
  parallel_for(count, create_grain,
               [=](std::int64_t begin, std::int64_t end) { arange_range(out, begin, end, start, step); });
}

template <class T>
void linspace_large(T* out, std::int64_t count, double start, double stop) {
  parallel_for(count, create_grain,
               [=](std::int64_t begin, std::int64_t end) { linspace_range(out, begin, end, count, start, stop); });
}

// How many rows are worth a thread.
SHAPEPROOF_INLINE std::int64_t row_grain(const Triangle& triangle) {
  return triangle.columns < create_grain ? create_grain / triangle.columns : 1;
}

template <class T>
void triangle_large(const T* in, T* out, std::int64_t rows, const Triangle& triangle) {
  parallel_for(rows, row_grain(triangle),
               [&](std::int64_t begin, std::int64_t end) { triangle_rows(out, begin, end, triangle, Kept<T>{in}); });
}

SHAPEPROOF_INLINE void triangle_mask_large(bool* out, std::int64_t rows, const Triangle& triangle) {
  parallel_for(rows, row_grain(triangle),
               [&](std::int64_t begin, std::int64_t end) { triangle_rows(out, begin, end, triangle, True{}); });
}

}  // namespace shapeproof::engine
