// SPDX-License-Identifier: BSL-1.0
// What is done to one image? [channels, height, width] of unsigned char, unsigned short, float or double, on one thread:
// whoever has many images shares them between threads. Results of integers are cut off or rounded as torchvision does it.
#pragma once

#include "image_values.hpp"

namespace shapeproof::engine {

// The part of an image that a crop says.
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

// As float: x / divisor, or x * scale + offset where one of the two is said.
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
template <class T>
void change_color(const T* in, T* out, const ImageExtents& image, ColorChange change, double factor);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/image.hpp"
#endif
