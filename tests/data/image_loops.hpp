// SPDX-License-Identifier: BSL-1.0
// What image steps are compared with: a function of channel, row and column.
#pragma once

#include <cmath>

#include <shapeproof/data/images.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/equal.hpp>

#include "ops/loops.hpp"

namespace samples {

using Images = DynamicTensor<double>;

// Elements that are all different, and not in a row.
template <class T = double>
DynamicTensor<T> scrambled(const ShapeValue& shape) {
  DynamicTensor<T> x(shape);
  std::int64_t i = 0;
  for (T& element : x.writable_span()) element = static_cast<T>(i++ * 7919 % 65521);
  return x;
}

struct Place {
  std::int64_t image, channel, y, x;
};

// [channels, height, width], or a batch of them.
template <class T>
T at(const DynamicTensor<T>& images, const Place& place) {
  const Extents& all = images.extents();
  const int rank = all.rank;
  return images
      .data()[((place.image * all[rank - 3] + place.channel) * all[rank - 2] + place.y) * all[rank - 1] + place.x];
}

// How far `found` is from what wanted(place) says; infinite where its shape is another one.
template <class T, class Function>
double furthest(const DynamicTensor<T>& found, const ShapeValue& shape, const Function& wanted) {
  if (!(found.shape() == shape)) return INFINITY;
  double most = 0;
  for_each_index(shape, [&](const Position& index) {
    const std::size_t rank = index.size();
    const Place place{rank == 4 ? index[0] : 0, index[rank - 3], index[rank - 2], index[rank - 1]};
    const double off = std::abs(static_cast<double>(at(found, place)) - static_cast<double>(wanted(place)));
    most = off <= most ? most : off;
  });
  return most;
}

// A batch, or one image, of random extents.
inline ShapeValue random_images(std::int64_t smallest = 1, std::int64_t largest = 7) {
  const ShapeValue image = random_shape(3, smallest, largest);
  if (random_below(2) == 0) return image;
  return {random_from(0, 3), image[0], image[1], image[2]};
}

// With a height and a width of its own.
inline ShapeValue with_plane(ShapeValue shape, std::int64_t height, std::int64_t width) {
  shape[shape.rank - 2] = height;
  shape[shape.rank - 1] = width;
  return shape;
}
inline std::int64_t height_of(const ShapeValue& shape) { return shape[shape.rank - 2].number; }
inline std::int64_t width_of(const ShapeValue& shape) { return shape[shape.rank - 1].number; }

}  // namespace samples
