// SPDX-License-Identifier: BSL-1.0
// Which image steps compute with each element? to_float and normalize.
//
//   to_float                                         uint8 [n, c, h, w] -> float [n, c, h, w], from 0 to 1
//   normalize({0.5, 0.5, 0.5}, {0.2, 0.2, 0.2})      float [n, 3, h, w] -> float [n, 3, h, w]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "pipeline.hpp"

namespace shapeproof {
namespace image_steps {

// What `to_float` is; with a scale of its own, what a call of it returns.
template <bool IsScaled>
struct ToFloat : detail::ImageStep<ToFloat<IsScaled>> {
  static constexpr const char* name = "to_float";
  static constexpr bool gives_float = true;
  static constexpr ImageOrder takes = ImageOrder::any;
  static constexpr ImageOrder gives = ImageOrder::any;
  double scale = 1;   // what each element is multiplied by
  double offset = 0;  // what is added then

  static constexpr Ruling elements(const char* step, ElementType type, Refusal* why) {
    return IsScaled ? image_element_rule(step, type, why) : to_float_rule(type, why);
  }
  template <class T>
  void run(const T* in, float* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) const {
    // By the largest integer that there is.
    constexpr double white = sizeof(T) == 1 ? 255 : 65535;
    engine::rescale(in, out, frame.from.count(), {IsScaled ? 1 : white, scale, offset});
  }

  using detail::ImageStep<ToFloat>::operator();
  // to_float(1.0 / 127.5, -1): x * scale + offset.
  constexpr ToFloat<true> operator()(double factor, double plus = 0) const {
    ToFloat<true> step;
    step.scale = factor;
    step.offset = plus;
    return step;
  }
};

// What normalize returns.
template <int Means, int Deviations>
struct Normalize : detail::ImageStep<Normalize<Means, Deviations>> {
  static constexpr const char* name = "normalize";
  static constexpr bool is_in_place = true;
  double mean[Means] = {};            // of each channel
  double deviation[Deviations] = {};  // of each channel
  bool is_made = false;               // with numbers: then the deviations are checked

  static constexpr Ruling elements(const char* step, ElementType type, Refusal* why) {
    return image_fractions_rule(step, type, why);
  }
  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    const Ruling ruling = is_made ? deviations_rule(deviation, Deviations, why) : allow({});
    return ruling.holds ? normalize_images_rule(images, Means, Deviations, why) : ruling;
  }
  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) const {
    engine::normalize_image(in, out, frame.from, mean, deviation);
  }
};

}  // namespace image_steps

// Integers as float, divided by the largest one, 255 or 65535: black is 0, white is 1. to_float(1.0 / 255), to_float(scale,
// offset): x * scale + offset, of any elements.
inline constexpr image_steps::ToFloat<false> to_float;

// (x - mean[c]) / deviation[c] for each channel c. Their number is part of the type, and must be the images' channels.
template <std::size_t Means, std::size_t Deviations>
constexpr auto normalize(const double (&mean)[Means], const double (&deviation)[Deviations]) {
  image_steps::Normalize<static_cast<int>(Means), static_cast<int>(Deviations)> step;
  for (std::size_t i = 0; i < Means; ++i) step.mean[i] = mean[i];
  for (std::size_t i = 0; i < Deviations; ++i) step.deviation[i] = deviation[i];
  step.is_made = true;
  return step;
}

}  // namespace shapeproof
