// SPDX-License-Identifier: BSL-1.0
// Which image steps change colors? grayscale, adjust_brightness and its like, and color_jitter: torchvision's.
//
//   grayscale                                       [n, 3, h, w] -> [n, 1, h, w]
//   color_jitter({.brightness = 0.2, .hue = 0.1})   [n, 3, h, w] -> [n, 3, h, w]
// run time only: tests/data/image_numbers.cpp
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "pipeline.hpp"

namespace shapeproof {

// How far color_jitter goes: factors are drawn from [max(0, 1 - x), 1 + x], turns of the hue from [-x, x].
struct ColorChanges {
  double brightness = 0;  // the factors lie this far from 1
  double contrast = 0;    // the same
  double saturation = 0;  // the same
  double hue = 0;         // at most 0.5, half of the circle
};

namespace detail {

using engine::ColorChange;

// More than that makes white of everything that is not black.
inline constexpr double most_color = 1000;
inline constexpr const char* color_names[] = {"adjust_brightness", "adjust_contrast", "adjust_saturation",
                                              "adjust_hue"};

constexpr Ruling color_factor_rule(const char* step, ColorChange change, double factor, Refusal* why) {
  if (change == ColorChange::hue) return range_rule(step, "a turn of the hue", {factor, factor}, -0.5, 0.5, why);
  return range_rule(step, "a factor", {factor, factor}, 0, most_color, why);
}

}  // namespace detail

namespace image_steps {

// What `grayscale` is: one channel, or `Channels` equal ones, of three.
template <int Channels>
struct Grayscale : detail::ImageStep<Grayscale<Channels>> {
  static constexpr const char* name = "grayscale";
  static constexpr Ruling rule(const ShapeValue& images, Refusal* why) { return grayscale_rule(images, Channels, why); }
  template <class T>
  static void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) {
    engine::gray_image(in, out, frame.from, Channels);
  }
};

// What adjust_brightness, adjust_contrast, adjust_saturation and adjust_hue return.
template <engine::ColorChange Change>
struct AdjustColor : detail::ImageStep<AdjustColor<Change>> {
  static constexpr const char* name = detail::color_names[static_cast<int>(Change)];
  static constexpr bool is_in_place = true;
  double factor = 0;  // or, of a hue, the part of the circle

  constexpr AdjustColor() = default;
  // With that factor.
  constexpr explicit AdjustColor(double by) : factor(by) {}

  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    const Ruling ruling = detail::color_factor_rule(name, Change, factor, why);
    return ruling.holds ? color_rule(name, images, why) : ruling;
  }
  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) const {
    engine::change_color(in, out, frame.from, Change, factor);
  }
};

// What color_jitter returns.
struct ColorJitter : detail::ImageStep<ColorJitter> {
  static constexpr const char* name = "color_jitter";
  static constexpr bool is_random = true;
  static constexpr bool is_in_place = true;
  ColorChanges changes{};  // how far it goes

  constexpr ColorJitter() = default;
  // With those amounts.
  constexpr explicit ColorJitter(const ColorChanges& all) : changes(all) {}

  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    Ruling ruling = range_rule(name, "a brightness", {changes.brightness, changes.brightness}, 0, 1000, why);
    if (ruling.holds) ruling = range_rule(name, "a contrast", {changes.contrast, changes.contrast}, 0, 1000, why);
    if (ruling.holds) ruling = range_rule(name, "a saturation", {changes.saturation, changes.saturation}, 0, 1000, why);
    if (ruling.holds) ruling = range_rule(name, "a hue", {changes.hue, changes.hue}, 0, 0.5, why);
    return ruling.holds ? color_rule(name, images, why) : ruling;
  }
  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const {
    const double most[] = {changes.brightness, changes.contrast, changes.saturation, changes.hue};
    int order[] = {0, 1, 2, 3};
    for (int i = 3; i > 0; --i) std::swap(order[i], order[numbers.below(i + 1)]);
    for (const int i : order) {
      const auto change = static_cast<detail::ColorChange>(i);
      const double center = change == detail::ColorChange::hue ? 0 : 1;
      const double low = center - most[i];
      const double factor = numbers.between(low < 0 && center == 1 ? 0 : low, center + most[i]);
      if (most[i] == 0) continue;
      engine::change_color(in, out, frame.from, change, factor);
      in = out;
    }
    if (in != out) detail::copy_elements(in, out, frame.from.count());
  }
};

}  // namespace image_steps

// 0.2989 red + 0.587 green + 0.114 blue; grayscale_as<3>: in three channels. What has one channel is gray already.
template <int Channels>
inline constexpr image_steps::Grayscale<Channels> grayscale_as;
inline constexpr image_steps::Grayscale<1> grayscale;

// factor * x + (1 - factor) * y, cut off at black and white, where y is black; the mean gray value of the image; the element's
// gray value. 1 changes nothing.
constexpr image_steps::AdjustColor<detail::ColorChange::brightness> adjust_brightness(double factor) {
  return image_steps::AdjustColor<detail::ColorChange::brightness>(factor);
}
// The same where y is the mean gray value of the image.
constexpr image_steps::AdjustColor<detail::ColorChange::contrast> adjust_contrast(double factor) {
  return image_steps::AdjustColor<detail::ColorChange::contrast>(factor);
}
// The same where y is the element's gray value.
constexpr image_steps::AdjustColor<detail::ColorChange::saturation> adjust_saturation(double factor) {
  return image_steps::AdjustColor<detail::ColorChange::saturation>(factor);
}
// Turns each hue by a part of the circle, from -0.5 to 0.5.
constexpr image_steps::AdjustColor<detail::ColorChange::hue> adjust_hue(double turn) {
  return image_steps::AdjustColor<detail::ColorChange::hue>(turn);
}

// All four, each by an amount of its own for each image, in an order of its own.
constexpr image_steps::ColorJitter color_jitter(const ColorChanges& changes) {
  return image_steps::ColorJitter(changes);
}

}  // namespace shapeproof
