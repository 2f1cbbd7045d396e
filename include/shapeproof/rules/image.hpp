// SPDX-License-Identifier: BSL-1.0
// What becomes of the shape of images? Channels, height and width are the last axes; a batch may stand before them.
//
//   crop, resize      [n, c, h, w] -> [n, c, H, W]
//   grayscale         [n, 3, h, w] -> [n, 1, h, w]
//   channels_first    [n, h, w, c] -> [n, c, h, w]
#pragma once

#include "../element.hpp"
#include "axes.hpp"
#include "window.hpp"

namespace shapeproof {

// Which of the last three axes are the channels.
enum class ImageOrder : std::uint8_t { any, channels_first, channels_last };
// Writes the axes as [channels, height, width] or [height, width, channels].
constexpr Sentence& operator<<(Sentence& out, ImageOrder order) {
  return out << (order == ImageOrder::channels_last ? "[height, width, channels]" : "[channels, height, width]");
}

// What steps can work on. PNG and JPEG files hold the first two.
constexpr bool is_image_element(ElementType type) {
  return type == ElementType::uint8 || type == ElementType::uint16 || type == ElementType::float32 ||
         type == ElementType::float64;
}
// Images hold uint8, uint16, float32 or float64.
constexpr Ruling image_element_rule(const char* step, ElementType type, Refusal* why = nullptr) {
  if (!is_image_element(type)) {
    return refuse(why) << step << ": elements are " << type
                       << "; those of images are uint8, uint16, float32 or float64";
  }
  return allow({});
}
// The elements are fractions, which a step needs.
constexpr Ruling image_fractions_rule(const char* step, ElementType type, Refusal* why = nullptr) {
  if (const Ruling ruling = image_element_rule(step, type, why); !ruling.holds) return ruling;
  if (!is_floating(type)) {
    return refuse(why) << step << ": elements are " << type << "; to_float before it gives them fractions";
  }
  return allow({});
}
// to_float without numbers, on what has been there before, would do nothing or the same thing twice.
constexpr Ruling to_float_rule(ElementType type, Refusal* why = nullptr) {
  if (const Ruling ruling = image_element_rule("to_float", type, why); !ruling.holds) return ruling;
  if (is_floating(type)) {
    return refuse(why) << "to_float: elements are " << type
                       << " already; leave it out, or say what they are multiplied by: to_float(1.0 / 255)";
  }
  return allow({});
}

// A step that draws has a seed.
constexpr Ruling seed_rule(const char* step, bool is_missing, Refusal* why = nullptr) {
  if (is_missing) {
    return refuse(why) << step << ": it draws at random and wants a seed; steps(images, {.seed = 1}) gives one";
  }
  return allow({});
}

// A step finds channels where it looks for them.
constexpr Ruling image_order_rule(const char* step, ImageOrder wanted, ImageOrder found, Refusal* why = nullptr) {
  if (wanted != ImageOrder::any && found != ImageOrder::any && wanted != found) {
    return refuse(why) << step << ": a step before it leaves images as " << found << ", wanted is " << wanted;
  }
  return allow({});
}

// Images are [channels, height, width] or a batch of these; or channels last.
constexpr Ruling images_rule(const char* step, const ShapeValue& images, ImageOrder order, Refusal* why = nullptr) {
  if (images.rank != 3 && images.rank != 4) {
    return refuse(why) << step << ": the images have rank " << images.rank << "; " << order
                       << " is wanted, or a batch of them";
  }
  return allow(images);
}

namespace detail {

// The extent that stays where it is the wanted one already, with its name.
constexpr ExtentValue resized(const ExtentValue& from, std::int64_t to) {
  return from.is_known() && from.number == to ? from : ExtentValue(to);
}

constexpr Ruling with_plane(ShapeValue images, std::int64_t height, std::int64_t width, bool checks, Refusal* why) {
  images[images.rank - 2] = resized(images[images.rank - 2], height);
  images[images.rank - 1] = resized(images[images.rank - 1], width);
  return formed(images, checks, why);
}

constexpr Ruling plane_rule(const char* step, std::int64_t height, std::int64_t width, Refusal* why) {
  if (height < 1 || width < 1) {
    return refuse(why) << step << ": " << height << " by " << width << " is wanted; both must be at least 1";
  }
  return allow({});
}

// There is something in each image.
constexpr Ruling filled_rule(const char* step, const ShapeValue& images, Refusal* why) {
  bool checks = false;
  for (int axis = images.rank - 2; axis < images.rank; ++axis) {
    const Ruling ruling = input_extent_rule(step, axis, images[axis], why);
    if (!ruling.holds) return ruling;
    checks = checks || ruling.checks_at_run_time;
  }
  return allow(images, checks);
}

}  // namespace detail

// [..., h, w] -> [..., height, width].
constexpr Ruling resize_images_rule(const ShapeValue& images, std::int64_t height, std::int64_t width,
                                    Refusal* why = nullptr) {
  if (const Ruling ruling = detail::plane_rule("resize", height, width, why); !ruling.holds) return ruling;
  const Ruling filled = detail::filled_rule("resize", images, why);
  return filled.holds ? detail::with_plane(images, height, width, filled.checks_at_run_time, why) : filled;
}

// What stands for a padding that is known at run time only.
inline constexpr std::int64_t unknown_padding = std::int64_t{-1} << 62;
// The largest padding that there is.
inline constexpr std::int64_t most_padding = std::int64_t{1} << 30;

// [..., h, w] -> [..., height, width], where the image with its padding is at least as large.
constexpr Ruling crop_rule(const char* step, const ShapeValue& images, std::int64_t height, std::int64_t width,
                           std::int64_t padding, Refusal* why = nullptr) {
  if (const Ruling ruling = detail::plane_rule(step, height, width, why); !ruling.holds) return ruling;
  if ((padding < 0 && padding != unknown_padding) || padding > most_padding) {
    return refuse(why) << step << ": a padding of " << padding << "; it is from 0 to " << most_padding;
  }
  const Ruling filled = detail::filled_rule(step, images, why);
  if (!filled.holds) return filled;
  bool checks = filled.checks_at_run_time || padding == unknown_padding;
  for (int axis = images.rank - 2; axis < images.rank && padding != unknown_padding; ++axis) {
    const std::int64_t wanted = axis == images.rank - 2 ? height : width;
    const Answer fits = is_at_least(images[axis] + 2 * padding, wanted);
    if (fits == Answer::never) {
      const Objection objection = refuse(why, axis);
      objection << step << ": axis " << axis << " is " << images[axis];
      if (padding > 0) objection << ", with its padding " << images[axis] + 2 * padding;
      objection << "; " << wanted << " are to be cut out";
      return objection;
    }
    checks = checks || fits == Answer::open;
  }
  return detail::with_plane(images, height, width, checks, why);
}

// One mean and one deviation for each channel.
constexpr Ruling normalize_images_rule(const ShapeValue& images, std::int64_t means, std::int64_t deviations,
                                       Refusal* why = nullptr) {
  const int axis = images.rank - 3;
  if (means != deviations) {
    return refuse(why) << "normalize: " << means << " means and " << deviations
                       << " standard deviations; one of each is wanted for each channel";
  }
  const Comparison comparison = compare(images[axis], means);
  if (!comparison.holds()) {
    const Objection objection = refuse(why, axis);
    objection << "normalize: axis " << axis << " holds " << images[axis]
              << " channels, means and standard deviations are for " << means;
    const bool may_be_last = images[axis + 2].is_known() && images[axis + 2].number == means;
    if (may_be_last) objection << "; axis " << axis + 2 << " is " << means << ": channels_first before it moves it";
    return objection;
  }
  return allow(detail::with_extent(images, axis, comparison.kept), comparison.relation == Relation::check);
}

// Color is three channels, gray is one.
constexpr Ruling color_rule(const char* step, const ShapeValue& images, Refusal* why = nullptr) {
  const int axis = images.rank - 3;
  const ExtentValue& channels = images[axis];
  if (compare(channels, 1).holds() || compare(channels, 3).holds()) return allow(images, !channels.is_known());
  return refuse(why, axis) << step << ": axis " << axis << " holds " << channels
                           << " channels; 3 are wanted, red, green and blue, or 1";
}

// [..., c, h, w] -> [..., channels, h, w], of one channel or three.
constexpr Ruling grayscale_rule(const ShapeValue& images, std::int64_t channels, Refusal* why = nullptr) {
  if (channels != 1 && channels != 3) {
    return refuse(why) << "grayscale: " << channels << " channels are wanted; 1 or 3 can be made";
  }
  const Ruling ruling = color_rule("grayscale", images, why);
  if (!ruling.holds) return ruling;
  const int axis = images.rank - 3;
  return allow(detail::with_extent(images, axis, detail::resized(images[axis], channels)), ruling.checks_at_run_time);
}

// [..., h, w, c] -> [..., c, h, w].
constexpr ShapeValue with_channels_first(const ShapeValue& images) {
  ShapeValue result = images;
  result[images.rank - 3] = images[images.rank - 1];
  result[images.rank - 2] = images[images.rank - 3];
  result[images.rank - 1] = images[images.rank - 2];
  return result;
}
// [..., c, h, w] -> [..., h, w, c].
constexpr ShapeValue with_channels_last(const ShapeValue& images) {
  ShapeValue result = images;
  result[images.rank - 3] = images[images.rank - 2];
  result[images.rank - 2] = images[images.rank - 1];
  result[images.rank - 1] = images[images.rank - 3];
  return result;
}

}  // namespace shapeproof
