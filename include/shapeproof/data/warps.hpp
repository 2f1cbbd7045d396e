// SPDX-License-Identifier: BSL-1.0
// Which image steps look between the elements? resize, rotate, shear, zoom, and random_affine, which does the last three at
// once.
//
//   resize<32, 32>       [n, c, h, w] -> [n, c, 32, 32]
//   random_rotate(20)    [n, c, h, w] -> [n, c, h, w]
//
// An output at (y, x), counted from the image's middle ((h - 1) / 2, (w - 1) / 2), is the input at
//   rotate by a     ( cos a * y + sin a * x, -sin a * y + cos a * x)     against the clock, as torchvision's rotate
//   shear by a      (y - sin a * x, cos a * x)                           as Keras' apply_affine_transform
//   zoom by z       (z * y, z * x)                                       as there: 2 shows twice as much
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "pipeline.hpp"

namespace shapeproof {

using engine::Fill;

// Where an image is looked at between its elements: the element next to it, or the weighted mean of four.
enum class Interpolation : std::uint8_t { nearest, bilinear };

// What stands beyond the edge, and what between the elements. Keras' defaults.
struct WarpOptions {
  Fill fill = Fill::nearest;                              // what stands beyond the edge
  double value = 0;                                       // for Fill::constant
  Interpolation interpolation = Interpolation::bilinear;  // what stands between the elements
};

// What random_affine draws from: degrees, degrees, factors for height and width, and parts of height and width.
struct AffineRanges {
  DrawRange rotate{};           // degrees
  DrawRange shear{};            // degrees
  DrawRange zoom_height{1, 1};  // a factor
  DrawRange zoom_width{1, 1};   // a factor
  DrawRange shift_height{};     // a part of the height
  DrawRange shift_width{};      // a part of the width
};

namespace detail {

enum class WarpKind : std::uint8_t { rotate, shear, zoom, random_rotate, random_shear, random_zoom, random_affine };
inline constexpr const char* warp_names[] = {"rotate",       "shear",       "zoom",         "random_rotate",
                                             "random_shear", "random_zoom", "random_affine"};

// From y, x to where `first` finds what `second` finds there.
constexpr engine::AffineMap compose(const engine::AffineMap& first, const engine::AffineMap& second) {
  return {first.y_of_y * second.y_of_y + first.y_of_x * second.x_of_y,
          first.y_of_y * second.y_of_x + first.y_of_x * second.x_of_x,
          first.y_of_y * second.y0 + first.y_of_x * second.x0 + first.y0,
          first.x_of_y * second.y_of_y + first.x_of_x * second.x_of_y,
          first.x_of_y * second.y_of_x + first.x_of_x * second.x_of_x,
          first.x_of_y * second.y0 + first.x_of_x * second.x0 + first.x0};
}
constexpr engine::AffineMap shift_by(double y, double x) { return {1, 0, y, 0, 1, x}; }
constexpr double radians(double degrees) { return degrees * (3.14159265358979323846 / 180); }

inline engine::AffineMap rotation_by(double degrees) {
  const double sine = __builtin_sin(radians(degrees));
  const double cosine = __builtin_cos(radians(degrees));
  return {cosine, sine, 0, -sine, cosine, 0};
}
inline engine::AffineMap shear_by(double degrees) {
  return {1, -__builtin_sin(radians(degrees)), 0, 0, __builtin_cos(radians(degrees)), 0};
}

// One draw of each, in ImageDataGenerator's order: the zoom first, then shear, shift and rotation, around the middle.
inline engine::AffineMap affine_map(const AffineRanges& ranges, const engine::Plane& plane, SampleNumbers& numbers) {
  const auto draw = [&](const DrawRange& range) {
    return range.low == range.high ? range.low : numbers.between(range.low, range.high);
  };
  const auto height = static_cast<double>(plane.height);
  const auto width = static_cast<double>(plane.width);
  engine::AffineMap map = shift_by(-(height - 1) / 2, -(width - 1) / 2);
  const double zoom_height = draw(ranges.zoom_height);
  map = compose({zoom_height, 0, 0, 0, draw(ranges.zoom_width), 0}, map);
  map = compose(shear_by(draw(ranges.shear)), map);
  const double shift_height = draw(ranges.shift_height);
  map = compose(shift_by(shift_height * height, draw(ranges.shift_width) * width), map);
  map = compose(rotation_by(draw(ranges.rotate)), map);
  return compose(shift_by((height - 1) / 2, (width - 1) / 2), map);
}

}  // namespace detail

namespace image_steps {

// What `resize` is.
template <int Height, int Width, Interpolation Between>
struct Resize : detail::ImageStep<Resize<Height, Width, Between>> {
  static constexpr const char* name = "resize";
  static constexpr Ruling rule(const ShapeValue& images, Refusal* why) {
    return resize_images_rule(images, Height, Width, why);
  }
  template <class T>
  static void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& /*numbers*/) {
    engine::resize_image(in, out, frame.from, frame.to.plane, Between == Interpolation::bilinear);
  }
};

// What rotate, shear, zoom, their random forms and random_affine return.
template <detail::WarpKind Kind>
struct Warp : detail::ImageStep<Warp<Kind>> {
  static constexpr const char* name = detail::warp_names[static_cast<int>(Kind)];
  static constexpr bool is_random = Kind >= detail::WarpKind::random_rotate;
  AffineRanges ranges{};  // what is drawn from; both ends are equal where nothing is
  WarpOptions options{};  // how it is looked at

  constexpr Warp() = default;
  // With those ranges and options.
  constexpr Warp(const AffineRanges& all, const WarpOptions& how) : ranges(all), options(how) {}

  constexpr Ruling rule(const ShapeValue& images, Refusal* why) const {
    Ruling ruling = range_rule(name, "an angle", ranges.rotate, -360, 360, why);
    if (ruling.holds) ruling = range_rule(name, "a shear", ranges.shear, -90, 90, why);
    if (ruling.holds) ruling = range_rule(name, "a zoom", ranges.zoom_height, 0.001, 1000, why);
    if (ruling.holds) ruling = range_rule(name, "a zoom", ranges.zoom_width, 0.001, 1000, why);
    if (ruling.holds) ruling = range_rule(name, "a shift", ranges.shift_height, -1, 1, why);
    if (ruling.holds) ruling = range_rule(name, "a shift", ranges.shift_width, -1, 1, why);
    return ruling.holds ? allow(images) : ruling;
  }
  template <class T>
  void run(const T* in, T* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const {
    engine::warp_image(in, out, frame.from, detail::affine_map(ranges, frame.from.plane, numbers),
                       {options.fill, options.value}, options.interpolation == Interpolation::bilinear);
  }
};

}  // namespace image_steps

// resize<32, 32>, resize<32, 32, Interpolation::nearest>: as interpolate does, with no blur when images become smaller.
template <int Height, int Width, Interpolation Between = Interpolation::bilinear>
inline constexpr image_steps::Resize<Height, Width, Between> resize;

// rotate(15), shear(10), zoom(0.8), zoom(0.8, 1.2) for height and width; angles in degrees.
// rotate(15, {.fill = Fill::constant, .interpolation = Interpolation::nearest})
constexpr image_steps::Warp<detail::WarpKind::rotate> rotate(double degrees, const WarpOptions& options = {}) {
  return {{.rotate = {degrees, degrees}}, options};
}
constexpr image_steps::Warp<detail::WarpKind::shear> shear(double degrees, const WarpOptions& options = {}) {
  return {{.shear = {degrees, degrees}}, options};
}
constexpr image_steps::Warp<detail::WarpKind::zoom> zoom(double factor, const WarpOptions& options = {}) {
  return {{.zoom_height = {factor, factor}, .zoom_width = {factor, factor}}, options};
}
constexpr image_steps::Warp<detail::WarpKind::zoom> zoom(double height, double width, const WarpOptions& options = {}) {
  return {{.zoom_height = {height, height}, .zoom_width = {width, width}}, options};
}

// random_rotate(20), random_shear(10): from -20 to 20 degrees. random_zoom(0.8, 1.2): height and width each by a factor of its
// own, as in Keras.
constexpr image_steps::Warp<detail::WarpKind::random_rotate> random_rotate(double degrees,
                                                                           const WarpOptions& options = {}) {
  return {{.rotate = {-degrees, degrees}}, options};
}
constexpr image_steps::Warp<detail::WarpKind::random_shear> random_shear(double degrees,
                                                                         const WarpOptions& options = {}) {
  return {{.shear = {-degrees, degrees}}, options};
}
constexpr image_steps::Warp<detail::WarpKind::random_zoom> random_zoom(double low, double high,
                                                                       const WarpOptions& options = {}) {
  return {{.zoom_height = {low, high}, .zoom_width = {low, high}}, options};
}
// random_affine({.rotate = {-20, 20}, .zoom_height = {0.8, 1.2}}): everything in one step, so that elements are looked for once.
constexpr image_steps::Warp<detail::WarpKind::random_affine> random_affine(const AffineRanges& ranges,
                                                                           const WarpOptions& options = {}) {
  return {ranges, options};
}

}  // namespace shapeproof
