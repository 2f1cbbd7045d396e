// SPDX-License-Identifier: BSL-1.0
// Convolutions where each group has one channel: a filter is a plane by a plane, and rows are added up directly.
#pragma once

#include "../conv.hpp"
#include "../parallel.hpp"
#include "columns.hpp"
#include "eigen.hpp"
#include "scratch.hpp"

namespace shapeproof::engine::detail {

template <class T>
using Row = Eigen::Array<T, 1, Eigen::Dynamic>;

// out[i] += factors[0] * in[i] + factors[1] * in[i + distance] + ...
template <class T>
void add_taps(T* out, const T* in, const T* factors, std::int64_t taps, std::int64_t count, std::int64_t distance) {
  const auto one = [&](std::int64_t tap) { return Eigen::Map<const Row<T>>(in + tap * distance, count); };
  Eigen::Map<Row<T>> sum(out, count);
  std::int64_t tap = 0;
  for (; tap + 3 <= taps; tap += 3) {
    sum += factors[tap] * one(tap) + factors[tap + 1] * one(tap + 1) + factors[tap + 2] * one(tap + 2);
  }
  for (; tap < taps; ++tap) sum += factors[tap] * one(tap);
}

// A row of one plane's outputs, by one row of the kernel and of the input: where all of the kernel is inside at once, and
// element by element at the edges.
template <class T>
void add_kernel_row(T* out, const T* in, const T* factors, const Convolution& c) {
  const Window& w = c.window;
  const auto inside = [&](std::int64_t k) {
    return places_inside(c.out.width, c.in.width, 1, k * w.dilation.width - w.padding.width);
  };
  Range all{inside(0).begin, inside(w.kernel.width - 1).end};
  if (all.begin >= all.end) all = {};
  if (all.begin < all.end) {
    add_taps(out + all.begin, in + all.begin - w.padding.width, factors, w.kernel.width, all.end - all.begin,
             w.dilation.width);
  }
  for (std::int64_t k = 0; k < w.kernel.width; ++k) {
    const T* from = in + k * w.dilation.width - w.padding.width;
    const Range range = inside(k);
    for (std::int64_t i = range.begin; i < std::min(all.begin, range.end); ++i) out[i] += factors[k] * from[i];
    for (std::int64_t i = std::max(all.end, range.begin); i < range.end; ++i) out[i] += factors[k] * from[i];
  }
}

// The same with a stride.
template <class T>
void add_kernel_row_by_phases(T* out, const T* in, const T* factors, const Convolution& c) {
  const Window& w = c.window;
  const std::int64_t stride = w.stride.width;
  const Phases<T> phases(in, c.in.width, stride, scratch<T>(c.in.width + stride));
  for (std::int64_t k = 0; k < w.kernel.width; ++k) {
    const std::int64_t offset = k * w.dilation.width - w.padding.width;
    const Range range = places_inside(c.out.width, c.in.width, stride, offset);
    if (range.begin == range.end) continue;
    Eigen::Map<Row<T>>(out + range.begin, range.end - range.begin) +=
        factors[k] * Eigen::Map<const Row<T>>(phases.from(offset) + range.begin, range.end - range.begin);
  }
}

// Each group has one channel, so that a filter is a plane by a plane.
template <class T>
void convolve_by_rows(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Window& w = c.window;
  const std::int64_t filters = c.filters / c.groups;
  const std::int64_t work = std::max<std::int64_t>(c.out.width * w.kernel.count(), 1);
  const std::int64_t grain = std::max<std::int64_t>(parallel_products / work, 1);
  parallel_for(c.images * c.filters * c.out.height, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t filter = i / c.out.height % c.filters;
      const std::int64_t channel = i / c.out.height / c.filters * c.channels + filter / filters;
      const std::int64_t top = i % c.out.height * w.stride.height - w.padding.height;
      T* row = out + i * c.out.width;
      std::fill_n(row, c.out.width, bias == nullptr ? T{} : bias[filter]);
      for (std::int64_t k = 0; k < w.kernel.height; ++k) {
        const std::int64_t at = top + k * w.dilation.height;
        if (!is_in(at, c.in.height)) continue;
        const T* from = in + (channel * c.in.height + at) * c.in.width;
        const T* factors = kernel + (filter * w.kernel.height + k) * w.kernel.width;
        if (w.stride.width == 1) add_kernel_row(row, from, factors, c);
        else add_kernel_row_by_phases(row, from, factors, c);
      }
    }
  });
}

}  // namespace shapeproof::engine::detail
