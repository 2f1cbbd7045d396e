// SPDX-License-Identifier: BSL-1.0
// What is done to one image? [channels, height, width] of unsigned char, unsigned short, float or double, on one thread:
// whoever has many images shares them between threads. Results of integers are cut off or rounded as torchvision does it.
#pragma once

#include <cstdint>

#include "config.hpp"
#include "window.hpp"

namespace shapeproof::engine {

struct ImageExtents {
  std::int64_t channels = 0;
  Plane plane{};
  [[nodiscard]] constexpr std::int64_t count() const { return channels * plane.count(); }
};

// What stands beyond the edge of an image: a value, the nearest element, or the image as in a mirror (d c b a | a b c d).
enum class Fill : std::uint8_t { constant, nearest, reflect };
struct Border {
  Fill fill = Fill::constant;
  double value = 0;
};

// From where in the input an output comes: row = y_of_y * y + y_of_x * x + y0, column = x_of_y * y + x_of_x * x + x0.
struct AffineMap {
  double y_of_y = 1;
  double y_of_x = 0;
  double y0 = 0;
  double x_of_y = 0;
  double x_of_x = 1;
  double x0 = 0;
};

// `to` is the part of `from` that begins at (top, left), which may lie beyond the edge.
struct Crop {
  ImageExtents from{};
  Plane to{};
  std::int64_t top = 0;
  std::int64_t left = 0;
};
template <class T>
void crop_image(const T* in, T* out, const Crop& crop, const Border& border);

// Each of `rows` turned round.
template <class T>
void mirror_rows(const T* in, T* out, std::int64_t rows, std::int64_t width);
// Each plane upside down; in place where in is out.
template <class T>
void turn_planes(const T* in, T* out, const ImageExtents& image);
// [rows, columns] -> [columns, rows]: what brings channels to the front, or to the end.
template <class T>
void exchange_axes(const T* in, T* out, std::int64_t rows, std::int64_t columns);

// x / divisor * scale + offset
struct Rescale {
  double divisor = 1;
  double scale = 1;
  double offset = 0;
};
template <class T>
void rescale(const T* in, float* out, std::int64_t count, const Rescale& by);
// (x - mean[channel]) / deviation[channel]; in may be out.
template <class T>
void normalize_image(const T* in, T* out, const ImageExtents& image, const double* mean, const double* deviation);

template <class T>
void resize_image(const T* in, T* out, const ImageExtents& from, const Plane& to, bool is_bilinear);
template <class T>
void warp_image(const T* in, T* out, const ImageExtents& image, const AffineMap& map, const Border& border,
                bool is_bilinear);

// 0.2989 red + 0.587 green + 0.114 blue; the same in each of `channels`.
template <class T>
void gray_image(const T* in, T* out, const ImageExtents& image, std::int64_t channels);

// factor * x + (1 - factor) * y, between 0 and 1 (the largest number, for integers), where y is black, the mean of all gray
// values, or the gray value; or hues turned by a part of the circle. in may be out. Saturation and hue leave what has one
// channel as it is.
enum class ColorChange : std::uint8_t { brightness, contrast, saturation, hue };
template <class T>
void change_color(const T* in, T* out, const ImageExtents& image, ColorChange change, double factor);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/image.hpp"
#endif
