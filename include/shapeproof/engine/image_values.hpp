// SPDX-License-Identifier: BSL-1.0
// In which words is a kernel told what to do to an image? Its extents, its border, and what changes.
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
struct Rescale {
  double divisor = 1;
  double scale = 1;
  double offset = 0;
};

enum class ColorChange : std::uint8_t { brightness, contrast, saturation, hue };

}  // namespace shapeproof::engine
