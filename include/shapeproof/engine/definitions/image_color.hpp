// SPDX-License-Identifier: BSL-1.0
// Brightness, contrast, saturation, hue and gray, as torchvision's functional.adjust_... compute them.
#pragma once

#include "image_numbers.hpp"

namespace shapeproof::engine {
namespace detail {

// Integers are cut off, as torchvision does after a blend.
template <class T, class Real>
T cut_off(Real value) {
  return static_cast<T>(std::clamp<Real>(value, 0, white<T>));
}

// Never cut off above white, which no mean of elements is.
template <class T>
T gray_of(T red, T green, T blue) {
  using Real = ImageReal<T>;
  return static_cast<T>(Real(0.2989) * static_cast<Real>(red) + Real(0.587) * static_cast<Real>(green) +
                        Real(0.114) * static_cast<Real>(blue));
}
template <class T>
T gray_at(const T* in, const ImageExtents& image, std::int64_t place) {
  const std::int64_t count = image.plane.count();
  return image.channels == 1 ? in[place] : gray_of(in[place], in[count + place], in[2 * count + place]);
}

template <class T>
double mean_gray(const T* in, const ImageExtents& image) {
  const std::int64_t count = image.plane.count();
  double sum = 0;
  for (std::int64_t i = 0; i < count; ++i) sum += static_cast<double>(gray_at(in, image, i));
  return sum / static_cast<double>(count);
}

template <class T>
void blend_with(const T* in, T* out, std::int64_t count, double factor, double other) {
  using Real = ImageReal<T>;
  const auto share = static_cast<Real>(factor);
  const Real rest = static_cast<Real>(1 - factor) * static_cast<Real>(other);
  for (std::int64_t i = 0; i < count; ++i) out[i] = cut_off<T>(share * static_cast<Real>(in[i]) + rest);
}

template <class T>
void saturate(const T* in, T* out, const ImageExtents& image, double factor) {
  const std::int64_t count = image.plane.count();
  for (std::int64_t i = 0; i < count; ++i) {
    const double gray = static_cast<double>(gray_at(in, image, i));
    for (std::int64_t c = 0; c < 3; ++c) blend_with(in + c * count + i, out + c * count + i, 1, factor, gray);
  }
}

// A color by its hue, a part of the circle, its saturation and its value. A. R. Smith: Color gamut transform pairs,
// SIGGRAPH 1978.
template <class Real>
struct Hsv {
  Real hue;
  Real saturation;
  Real value;
};

template <class Real>
Hsv<Real> hsv_of(Real red, Real green, Real blue) {
  const Real most = std::max({red, green, blue});
  const Real span = most - std::min({red, green, blue});
  if (span == 0) return {0, 0, most};
  Real sixths = 4 + (red - green) / span;
  if (most == red) sixths = (green - blue) / span;
  else if (most == green) sixths = 2 + (blue - red) / span;
  return {std::fmod(sixths / 6 + 1, Real(1)), span / most, most};
}

// One of the three colors: 5 for red, 3 for green, 1 for blue.
template <class Real>
Real color_of(const Hsv<Real>& hsv, int which) {
  const Real k = std::fmod(static_cast<Real>(which) + hsv.hue * 6, Real(6));
  return hsv.value - hsv.value * hsv.saturation * std::clamp(std::min(k, 4 - k), Real(0), Real(1));
}

// Fractions become integers as in torchvision's convert_image_dtype: equal parts of [0, 1] for all of them.
template <class T, class Real>
T color_value(Real value) {
  if constexpr (!std::is_integral_v<T>) return value;
  else return cut_off<T>(value * (white<T> + Real(0.999)));
}

template <class T>
void turn_hue(const T* in, T* out, std::int64_t count, double turn) {
  using Real = ImageReal<T>;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto part = [&](std::int64_t c) { return static_cast<Real>(in[c * count + i]) / white<T>; };
    Hsv<Real> hsv = hsv_of(part(0), part(1), part(2));
    hsv.hue += static_cast<Real>(turn);
    hsv.hue -= std::floor(hsv.hue);
    for (int c = 0; c < 3; ++c) out[c * count + i] = color_value<T>(color_of(hsv, 5 - 2 * c));
  }
}

}  // namespace detail

template <class T>
void gray_image(const T* in, T* out, const ImageExtents& image, std::int64_t channels) {
  const std::int64_t count = image.plane.count();
  for (std::int64_t i = 0; i < count; ++i) {
    const T gray = detail::gray_at(in, image, i);
    for (std::int64_t c = 0; c < channels; ++c) out[c * count + i] = gray;
  }
}

template <class T>
void change_color(const T* in, T* out, const ImageExtents& image, ColorChange change, double factor) {
  const bool is_gray = image.channels == 1;
  if (is_gray && (change == ColorChange::saturation || change == ColorChange::hue)) {
    if (in != out) std::copy_n(in, image.count(), out);
  } else if (change == ColorChange::brightness) {
    detail::blend_with(in, out, image.count(), factor, 0);
  } else if (change == ColorChange::contrast) {
    if (image.count() > 0) detail::blend_with(in, out, image.count(), factor, detail::mean_gray(in, image));
  } else if (change == ColorChange::saturation) {
    detail::saturate(in, out, image, factor);
  } else {
    detail::turn_hue(in, out, image.plane.count(), factor);
  }
}

}  // namespace shapeproof::engine
