// SPDX-License-Identifier: BSL-1.0
// How do the elements under a window reach the columns of a matrix, and come back? The matrix has a row for each element of
// the kernel and a column for each place of the window.
#pragma once

#include <algorithm>

#include "../window.hpp"

namespace shapeproof::engine::detail {

// Multiplications that are worth a thread.
inline constexpr std::int64_t parallel_products = std::int64_t{1} << 18;

struct Range {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

// The places o in [0, places) whose position o * stride + offset is in [0, extent).
inline Range places_inside(std::int64_t places, std::int64_t extent, std::int64_t stride, std::int64_t offset) {
  Range range;
  if (offset < 0) range.begin = (-offset + stride - 1) / stride;
  if (extent > offset) range.end = std::min(places, (extent - offset + stride - 1) / stride);
  range.begin = std::min(range.begin, range.end);
  return range;
}

// A row as `stride` rows: phase r holds the elements r, r + stride, ... . What a window reads with a stride then lies together,
// and is computed with in whole vectors.
template <class T>
class Phases {
 public:
  Phases(const T* row, std::int64_t width, std::int64_t stride, T* room)
      : room_(room), stride_(stride), length_((width + stride - 1) / stride) {
    if (stride == 2) split_pairs(row, width);
    else split(row, width, 0);
  }
  // What lies at place * stride + offset, from place 0 on; only places inside the row may be read.
  [[nodiscard]] const T* from(std::int64_t offset) const {
    const std::int64_t phase = ((offset % stride_) + stride_) % stride_;
    return room_ + phase * length_ + (offset - phase) / stride_;
  }

 private:
  void split(const T* row, std::int64_t width, std::int64_t first) {
    for (std::int64_t phase = 0; phase < stride_; ++phase) {
      T* to = room_ + phase * length_;
      for (std::int64_t i = first; i * stride_ + phase < width; ++i) to[i] = row[i * stride_ + phase];
    }
  }
  // Eight pairs at a time, so that compilers see whole vectors.
  void split_pairs(const T* row, std::int64_t width) {
    T* even = room_;
    T* odd = room_ + length_;
    std::int64_t i = 0;
    for (; 2 * i + 16 <= width; i += 8) {
      T pairs[16];
      std::copy_n(row + 2 * i, 16, pairs);
      for (int k = 0; k < 8; ++k) even[i + k] = pairs[2 * k];
      for (int k = 0; k < 8; ++k) odd[i + k] = pairs[2 * k + 1];
    }
    split(row, width, i);
  }

  T* room_;
  std::int64_t stride_;
  std::int64_t length_;
};

// One element of the kernel: where it looks, for each place of the window.
struct Tap {
  std::int64_t row = 0;     // the input's row at the window's place in row 0
  std::int64_t column = 0;  // likewise
  Range inside{};           // columns of places where it looks at an element
};

inline Tap tap_of(const Window& window, std::int64_t k, const Plane& in, const Plane& out) {
  Tap tap;
  tap.row = k / window.kernel.width * window.dilation.height - window.padding.height;
  tap.column = k % window.kernel.width * window.dilation.width - window.padding.width;
  tap.inside = places_inside(out.width, in.width, window.stride.width, tap.column);
  return tap;
}

// Calls visit(place, row, range) for each row of places that has some of [first, first + count): `place` is the place of
// the row's column 0, `row` the row's number, `range` the columns.
template <class Visit>
void for_each_row(const Plane& out, std::int64_t first, std::int64_t count, const Visit& visit) {
  const std::int64_t last = first + count;
  for (std::int64_t row = first / out.width; row * out.width < last; ++row) {
    const std::int64_t place = row * out.width;
    visit(place, row, Range{std::max<std::int64_t>(first - place, 0), std::min(last - place, out.width)});
  }
}

inline bool is_in(std::int64_t position, std::int64_t extent) { return position >= 0 && position < extent; }

// The elements of one plane for the places [first, first + count): rows of columns[kernel elements][row_stride].
template <class T>
void gather_columns(const T* plane, T* columns, std::int64_t row_stride, const Plane& in, const Plane& out,
                    const Window& window, std::int64_t first, std::int64_t count) {
  const std::int64_t step = window.stride.width;
  for (std::int64_t k = 0; k < window.kernel.count(); ++k) {
    const Tap tap = tap_of(window, k, in, out);
    T* to = columns + k * row_stride - first;
    for_each_row(out, first, count, [&](std::int64_t place, std::int64_t row, const Range& range) {
      const std::int64_t at = row * window.stride.height + tap.row;
      const bool is_row_in = is_in(at, in.height);
      const std::int64_t begin = is_row_in ? std::clamp(tap.inside.begin, range.begin, range.end) : range.end;
      const std::int64_t end = is_row_in ? std::clamp(tap.inside.end, begin, range.end) : range.end;
      std::fill(to + place + range.begin, to + place + begin, T{});
      if (begin < end) {
        const T* from = plane + at * in.width + tap.column + begin * step;
        T* target = to + place + begin;
        if (step == 1) {
          std::copy(from, from + (end - begin), target);
        } else {
          for (std::int64_t i = 0; i < end - begin; ++i) target[i] = from[i * step];
        }
      }
      std::fill(to + place + end, to + place + range.end, T{});
    });
  }
}

// Adds columns up where gather_columns would take them from.
template <class T, class Sum>
void scatter_columns(const T* columns, std::int64_t row_stride, Sum* plane, const Plane& in, const Plane& out,
                     const Window& window, std::int64_t first, std::int64_t count) {
  const std::int64_t step = window.stride.width;
  for (std::int64_t k = 0; k < window.kernel.count(); ++k) {
    const Tap tap = tap_of(window, k, in, out);
    const T* source = columns + k * row_stride - first;
    for_each_row(out, first, count, [&](std::int64_t place, std::int64_t row, const Range& range) {
      const std::int64_t at = row * window.stride.height + tap.row;
      if (!is_in(at, in.height)) return;
      const std::int64_t begin = std::max(tap.inside.begin, range.begin);
      const std::int64_t end = std::min(tap.inside.end, range.end);
      if (begin >= end) return;
      Sum* to = plane + at * in.width + tap.column + begin * step;
      const T* from = source + place + begin;
      for (std::int64_t i = 0; i < end - begin; ++i) to[i * step] += from[i];
    });
  }
}

}  // namespace shapeproof::engine::detail
