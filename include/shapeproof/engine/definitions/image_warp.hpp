// SPDX-License-Identifier: BSL-1.0
// Taking an image's elements from between the places where they are.
#pragma once

#include "../resize.hpp"
#include "image_numbers.hpp"
#include "resize.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

// What one output is made of: up to four elements, and a number that stands for those that are missing.
template <class Real>
struct Taps {
  std::int64_t places[4] = {};
  Real weights[4] = {};
  int count = 0;
  Real rest = 0;
};

template <class Real>
void add_tap(Taps<Real>& taps, std::int64_t y, std::int64_t x, double weight, const Plane& plane,
             const Border& border) {
  const bool is_inside = y >= 0 && y < plane.height && x >= 0 && x < plane.width;
  if (!is_inside && border.fill == Fill::constant) {
    taps.rest += static_cast<Real>(weight * border.value);
    return;
  }
  if (!is_inside) {
    y = inner_place(y, plane.height, border.fill);
    x = inner_place(x, plane.width, border.fill);
  }
  taps.places[taps.count] = y * plane.width + x;
  taps.weights[taps.count++] = static_cast<Real>(weight);
}

// Far from every image, and still a place that can be counted.
inline double countable(double place) { return std::fmin(std::fmax(place, -1e15), 1e15); }

template <class Real>
Taps<Real> taps_at(double y, double x, const Plane& plane, const Border& border, bool is_bilinear) {
  Taps<Real> taps;
  if (!is_bilinear) {
    add_tap(taps, static_cast<std::int64_t>(std::nearbyint(y)), static_cast<std::int64_t>(std::nearbyint(x)), 1, plane,
            border);
    return taps;
  }
  const double above = std::floor(y);
  const double before = std::floor(x);
  for (int i = 0; i < 4; ++i) {
    const double weight = (i < 2 ? 1 - (y - above) : y - above) * (i % 2 == 0 ? 1 - (x - before) : x - before);
    if (weight == 0) continue;
    add_tap(taps, static_cast<std::int64_t>(above) + i / 2, static_cast<std::int64_t>(before) + i % 2, weight, plane,
            border);
  }
  return taps;
}

}  // namespace detail

template <class T>
void warp_image(const T* in, T* out, const ImageExtents& image, const AffineMap& map, const Border& border,
                bool is_bilinear) {
  using Real = detail::ImageReal<T>;
  const std::int64_t count = image.plane.count();
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t row = i / image.plane.width;
    const auto y = static_cast<double>(row);
    const auto x = static_cast<double>(i % image.plane.width);
    const auto taps = detail::taps_at<Real>(detail::countable(map.y_of_y * y + map.y_of_x * x + map.y0),
                                            detail::countable(map.x_of_y * y + map.x_of_x * x + map.x0), image.plane,
                                            border, is_bilinear);
    for (std::int64_t c = 0; c < image.channels; ++c) {
      Real sum = taps.rest;
      for (int k = 0; k < taps.count; ++k) sum += taps.weights[k] * static_cast<Real>(in[c * count + taps.places[k]]);
      out[c * count + i] = detail::image_value<T>(sum);
    }
  }
}

template <class T>
void resize_image(const T* in, T* out, const ImageExtents& from, const Plane& to, bool is_bilinear) {
  const Resize resize{from.channels, from.plane, to, {from.plane.height, to.height}, {from.plane.width, to.width}};
  if (!is_bilinear) return resize_nearest(in, out, resize);
  if constexpr (!std::is_integral_v<T>) {
    resize_bilinear(in, out, resize, false);
  } else {
    const std::int64_t count = from.channels * to.count();
    float* before = detail::scratch<float, 11>(from.count());
    float* after = detail::scratch<float, 12>(count);
    std::copy_n(in, from.count(), before);
    resize_bilinear(before, after, resize, false);
    for (std::int64_t i = 0; i < count; ++i) out[i] = detail::image_value<T>(after[i]);
  }
}

}  // namespace shapeproof::engine
