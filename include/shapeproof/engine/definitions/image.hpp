// SPDX-License-Identifier: BSL-1.0
// Moving the elements of an image, and computing with each of them.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "../image.hpp"
#include "image_color.hpp"
#include "image_warp.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

// One row of a crop: what stands before `inside.begin` and from `inside.end` on lies beyond the row it comes from.
struct Inside {
  std::int64_t begin;
  std::int64_t end;
};
inline Inside inside_of(std::int64_t first, std::int64_t count, std::int64_t extent) {
  const std::int64_t begin = std::clamp<std::int64_t>(-first, 0, count);
  return {begin, std::clamp<std::int64_t>(extent - first, begin, count)};
}

// Short rows are the rule, and a call for each would cost more than it moves.
template <class T>
void copy_row(const T* from, T* to, std::int64_t count) {
  if (count > 256) std::copy_n(from, count, to);
  else
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[i];
}

template <class T>
void crop_row(const T* row, T* to, const Crop& crop, const Inside& inside, const Border& border, T value) {
  const auto outside = [&](std::int64_t x) {
    return border.fill == Fill::constant ? value : row[inner_place(crop.left + x, crop.from.plane.width, border.fill)];
  };
  for (std::int64_t x = 0; x < inside.begin; ++x) to[x] = outside(x);
  copy_row(row + (crop.left + inside.begin), to + inside.begin, inside.end - inside.begin);
  for (std::int64_t x = inside.end; x < crop.to.width; ++x) to[x] = outside(x);
}

}  // namespace detail

template <class T>
void crop_image(const T* in, T* out, const Crop& crop, const Border& border) {
  const Plane& from = crop.from.plane;
  const detail::Inside inside = detail::inside_of(crop.left, crop.to.width, from.width);
  const T value = detail::image_value<T>(border.value);
  for (std::int64_t c = 0; c < crop.from.channels; ++c, in += from.count()) {
    for (std::int64_t y = crop.top; y < crop.top + crop.to.height; ++y, out += crop.to.width) {
      const bool is_inside = y >= 0 && y < from.height;
      if (!is_inside && border.fill == Fill::constant) {
        std::fill_n(out, crop.to.width, value);
        continue;
      }
      const std::int64_t source = is_inside ? y : detail::inner_place(y, from.height, border.fill);
      detail::crop_row(in + source * from.width, out, crop, inside, border, value);
    }
  }
}

template <class T>
void mirror_rows(const T* in, T* out, std::int64_t rows, std::int64_t width) {
  for (std::int64_t row = 0; row < rows; ++row, in += width, out += width) std::reverse_copy(in, in + width, out);
}

template <class T>
void turn_planes(const T* in, T* out, const ImageExtents& image) {
  const auto [height, width] = image.plane;
  for (std::int64_t c = 0; c < image.channels; ++c, in += height * width, out += height * width) {
    for (std::int64_t y = 0; y < height; ++y) {
      if (in != out) std::copy_n(in + y * width, width, out + (height - 1 - y) * width);
      else if (y < height / 2) std::swap_ranges(out + y * width, out + (y + 1) * width, out + (height - 1 - y) * width);
    }
  }
}

template <class T>
void exchange_axes(const T* in, T* out, std::int64_t rows, std::int64_t columns) {
  for (std::int64_t row = 0; row < rows; ++row) {
    for (std::int64_t column = 0; column < columns; ++column) out[column * rows + row] = in[row * columns + column];
  }
}

template <class T>
void rescale(const T* in, float* out, std::int64_t count, const Rescale& by) {
  using Real = detail::ImageReal<T>;
  const auto divisor = static_cast<Real>(by.divisor);
  if (by.scale == 1 && by.offset == 0) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = static_cast<float>(static_cast<Real>(in[i]) / divisor);
    return;
  }
  const auto scale = static_cast<Real>(by.scale);
  const auto offset = static_cast<Real>(by.offset);
  for (std::int64_t i = 0; i < count; ++i) out[i] = static_cast<float>(static_cast<Real>(in[i]) * scale + offset);
}

template <class T>
void normalize_image(const T* in, T* out, const ImageExtents& image, const double* mean, const double* deviation) {
  using Real = detail::ImageReal<T>;
  const std::int64_t count = image.plane.count();
  for (std::int64_t c = 0; c < image.channels; ++c, in += count, out += count) {
    const auto center = static_cast<Real>(mean[c]);
    const auto spread = static_cast<Real>(deviation[c]);
    for (std::int64_t i = 0; i < count; ++i) out[i] = static_cast<T>((static_cast<Real>(in[i]) - center) / spread);
  }
}

}  // namespace shapeproof::engine
