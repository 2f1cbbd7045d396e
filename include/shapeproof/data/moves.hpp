// SPDX-License-Identifier: BSL-1.0
// Which image steps only move elements? Crops, flips, and channels that go to the front or to the end.
//
//   random_crop<32, 32>(4)    [n, c, h, w] -> [n, c, 32, 32], out of [n, c, h + 8, w + 8]
//   center_crop<28, 28>       [n, c, h, w] -> [n, c, 28, 28]
//   channels_first            [n, h, w, c] -> [n, c, h, w]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "pipeline.hpp"

namespace shapeproof {

using engine::Border;
using engine::Fill;

// The types of the steps, so that compilers print image_steps::RandomCrop<32, 32>.
namespace image_steps {

// What `center_crop` is.
template <int Height, int Width>
struct CenterCrop : detail::ImageStep<CenterCrop<Height, Width>> {
  static constexpr const char* name = "center_crop";
  static constexpr Ruling rule(const ShapeValue& images, Refusal* why) {
    return crop_rule(name, images, Height, Width, 0, why);
  }
  template <class T>
  static void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) {
    const engine::Plane& from = frame.from.plane;
    engine::crop_image(in, out, {frame.from, {Height, Width}, half(from.height - Height), half(from.width - Width)},
                       {});
  }

 private:
  // Rounded to even, as torchvision's int(round(x / 2)).
  static constexpr std::int64_t half(std::int64_t rest) { return rest % 4 == 3 ? rest / 2 + 1 : rest / 2; }
};

// What `random_crop` is.
template <int Height, int Width, std::int64_t Padding>
struct RandomCrop : detail::ImageStep<RandomCrop<Height, Width, Padding>> {
  static constexpr const char* name = "random_crop";
  static constexpr bool is_random = true;
  std::int64_t padding = Padding;  // on all four sides, before the image is cut
  Border border{};                 // what the padding holds

  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    return crop_rule(name, images, Height, Width, padding, why);
  }
  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const {
    const engine::Plane& from = frame.from.plane;
    const std::int64_t top = numbers.below(from.height + 2 * padding - Height + 1) - padding;
    const std::int64_t left = numbers.below(from.width + 2 * padding - Width + 1) - padding;
    engine::crop_image(in, out, {frame.from, {Height, Width}, top, left}, border);
  }

  using detail::ImageStep<RandomCrop>::operator();
  // random_crop<32, 32>(4): with a padding that is known at run time, of zeros or what `around` says.
  constexpr RandomCrop<Height, Width, unknown_padding> operator()(detail::Index auto elements,
                                                                  const Border& around = {}) const {
    RandomCrop<Height, Width, unknown_padding> step;
    step.padding = static_cast<std::int64_t>(elements);
    step.border = around;
    return step;
  }
};

// Turns images round with a probability; 1 is always.
template <class Self, bool IsRandom>
struct FlipStep : detail::ImageStep<Self> {
  static constexpr bool is_random = IsRandom;
  double probability = IsRandom ? 0.5 : 1;  // that an image is turned round

  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    const Ruling ruling = chance_rule(Self::name, probability, why);
    return ruling.holds ? allow(images) : ruling;
  }

  using detail::ImageStep<Self>::operator();
  // random_flip(0.25): with that probability. Throws ShapeError where it is none.
  constexpr Self operator()(double chance) const
    requires IsRandom
  {
    Self step;
    step.probability = chance;
    return step;
  }

 protected:
  [[nodiscard]] bool turns(detail::SampleNumbers& numbers) const {
    return !IsRandom || numbers.fraction() < probability;
  }
};

// Columns in reverse order: [N, C, H, W] -> the same shape; where it is random, each image for itself.
template <bool IsRandom>
struct HorizontalFlip : FlipStep<HorizontalFlip<IsRandom>, IsRandom> {
  static constexpr const char* name = IsRandom ? "random_flip" : "horizontal_flip";

  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const {
    const engine::ImageExtents& image = frame.from;
    if (this->turns(numbers)) {
      engine::mirror_rows(in, out, image.channels * image.plane.height, image.plane.width);
    } else {
      detail::copy_elements(in, out, image.count());
    }
  }
};

// Rows in reverse order: [N, C, H, W] -> the same shape; where it is random, each image for itself.
template <bool IsRandom>
struct VerticalFlip : FlipStep<VerticalFlip<IsRandom>, IsRandom> {
  static constexpr const char* name = IsRandom ? "random_vertical_flip" : "vertical_flip";
  static constexpr bool is_in_place = true;

  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const {
    if (this->turns(numbers)) engine::turn_planes(in, out, frame.from);
    else if (in != out) detail::copy_elements(in, out, frame.from.count());
  }
};

// What `channels_first` is: moves axis -1 in front of height and width.
struct ChannelsFirst : detail::ImageStep<ChannelsFirst> {
  static constexpr const char* name = "channels_first";
  static constexpr ImageOrder takes = ImageOrder::channels_last;
  static constexpr Ruling rule(const ShapeValue& images, Refusal* /*why*/) {
    return allow(with_channels_first(images));
  }
  template <class T>
  static void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) {
    engine::exchange_axes(in, out, frame.to.plane.count(), frame.to.channels);
  }
};

// What `channels_last` is: moves axis -3 behind height and width.
struct ChannelsLast : detail::ImageStep<ChannelsLast> {
  static constexpr const char* name = "channels_last";
  static constexpr ImageOrder gives = ImageOrder::channels_last;
  static constexpr Ruling rule(const ShapeValue& images, Refusal* /*why*/) { return allow(with_channels_last(images)); }
  template <class T>
  static void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) {
    engine::exchange_axes(in, out, frame.from.channels, frame.from.plane.count());
  }
};

}  // namespace image_steps

// center_crop<28, 28>: the middle of each image; what is left is split as torchvision splits it, halves going to the even side.
template <int Height, int Width>
inline constexpr image_steps::CenterCrop<Height, Width> center_crop;
// random_crop<32, 32>, random_crop<32, 32>(4), random_crop<32, 32>(4, {.fill = Fill::reflect}), random_crop<32, 32, 4>: with a
// padding on all four sides, which is checked at run time where it is in parentheses, and at compile time between < and >.
template <int Height, int Width, int Padding = 0>
inline constexpr image_steps::RandomCrop<Height, Width, Padding> random_crop;

// Left becomes right. random_flip, random_flip(0.3): with a probability, 0.5 unless said.
inline constexpr image_steps::HorizontalFlip<false> horizontal_flip;
inline constexpr image_steps::HorizontalFlip<true> random_flip;
// Top becomes bottom.
inline constexpr image_steps::VerticalFlip<false> vertical_flip;
inline constexpr image_steps::VerticalFlip<true> random_vertical_flip;

// [n, h, w, c] -> [n, c, h, w], as images come from files; and back.
inline constexpr image_steps::ChannelsFirst channels_first;
inline constexpr image_steps::ChannelsLast channels_last;

}  // namespace shapeproof
