// SPDX-License-Identifier: BSL-1.0
// Do crops, flips and changes of the channels' place move each element where a loop over indices moves it?
#include <set>

#include "catch.hpp"
#include "image_loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), H = axis("H");

namespace {

template <class Step, class Function>
bool moves(const Step& step, const Images& x, const ShapeValue& to, const Function& source) {
  return furthest(step(x), to, [&](const Place& place) { return at(x, source(place)); }) == 0;
}

// The place along an axis that stands for one beyond its ends, by walking there.
std::int64_t mirrored(std::int64_t place, std::int64_t extent) {
  while (place < 0 || place >= extent) place = place < 0 ? -1 - place : 2 * extent - 1 - place;
  return place;
}

TEST_CASE("flips: each row, and each column, turned round") {
  CHECK(failures(200, [] {
          const ShapeValue shape = random_images(0);
          const Images x = scrambled(shape);
          const auto horizontal = [&](Place place) {
            place.x = width_of(shape) - 1 - place.x;
            return place;
          };
          const auto vertical = [&](Place place) {
            place.y = height_of(shape) - 1 - place.y;
            return place;
          };
          return moves(horizontal_flip, x, shape, horizontal) && moves(vertical_flip, x, shape, vertical) &&
                 pipeline(horizontal_flip, vertical_flip, horizontal_flip, vertical_flip)(x) == x;
        }) == 0);
}

TEST_CASE("center_crop: in the middle, halves to the even side, as Python rounds") {
  CHECK(failures(200, [] {
          const ShapeValue shape = random_images(3, 12);
          const Images x = scrambled(shape);
          const auto top = static_cast<std::int64_t>(std::nearbyint(static_cast<double>(height_of(shape) - 2) / 2));
          const auto left = static_cast<std::int64_t>(std::nearbyint(static_cast<double>(width_of(shape) - 3) / 2));
          return moves(center_crop<2, 3>, x, with_plane(shape, 2, 3), [&](Place place) {
            place.y += top;
            place.x += left;
            return place;
          });
        }) == 0);
}

TEST_CASE("channels_first and channels_last: by index") {
  CHECK(failures(200, [] {
          const Images x = scrambled(random_images(0));
          const ShapeValue shape = x.shape();
          ShapeValue last = shape;
          last[shape.rank - 3] = shape[shape.rank - 2];
          last[shape.rank - 2] = shape[shape.rank - 1];
          last[shape.rank - 1] = shape[shape.rank - 3];
          return moves(channels_last, x, last,
                       [](const Place& place) { return Place{place.image, place.x, place.channel, place.y}; }) &&
                 channels_first(channels_last(x)) == x && pipeline(channels_last, channels_first)(x) == x;
        }) == 0);
}

// Which part of the padded image was cut out, as top * 100 + left; -1 where it is none.
template <class Step>
int offset_of_crop(const Step& step, const Images& x, const Draws& draws, const Fill& fill, double value) {
  const Images found = step(x, draws);
  const ShapeValue from = x.shape();
  for (std::int64_t top = -3; top <= 3; ++top) {
    for (std::int64_t left = -3; left <= 3; ++left) {
      const auto wanted = [&](Place place) {
        place.y += top;
        place.x += left;
        const bool is_inside = place.y >= 0 && place.x >= 0 && place.y < height_of(from) && place.x < width_of(from);
        if (!is_inside && fill == Fill::constant) return value;
        const auto inner = [&](std::int64_t i, std::int64_t extent) {
          return fill == Fill::reflect ? mirrored(i, extent) : std::max<std::int64_t>(std::min(i, extent - 1), 0);
        };
        return at(x, {place.image, place.channel, inner(place.y, height_of(from)), inner(place.x, width_of(from))});
      };
      if (furthest(found, {2, 5, 6}, wanted) == 0) return static_cast<int>(top * 100 + left);
    }
  }
  return -1000;
}

TEST_CASE("random_crop: every part of the padded image, and nothing else") {
  const Images x = scrambled({2, 5, 6});
  std::set<int> constant;
  std::set<int> reflected;
  std::set<int> nearest;
  for (std::int64_t i = 0; i < 400; ++i) {
    const Draws draws{.seed = 3, .first_sample = i};
    constant.insert(offset_of_crop(random_crop<5, 6>(2, {Fill::constant, 9.5}), x, draws, Fill::constant, 9.5));
    reflected.insert(offset_of_crop(random_crop<5, 6>(3, {Fill::reflect}), x, draws, Fill::reflect, 0));
    nearest.insert(offset_of_crop(random_crop<5, 6, 2>, x, draws, Fill::constant, 0));
  }
  CHECK(constant.size() == 25);
  CHECK(reflected.size() == 49);
  CHECK(nearest.size() == 25);
  CHECK((constant.count(-1000) == 0 && reflected.count(-1000) == 0 && nearest.count(-1000) == 0));
}

TEST_CASE("random_crop: a padding larger than the image, and one row") {
  const Images x = scrambled({1, 1, 2});
  std::set<double> seen;
  for (std::int64_t i = 0; i < 200; ++i) {
    for (const double element : random_crop<3, 7>(6, {Fill::nearest})(x, {.seed = 1, .first_sample = i}))
      seen.insert(element);
    for (const double element : random_crop<3, 7>(6, {Fill::reflect})(x, {.seed = 1, .first_sample = i}))
      seen.insert(element);
  }
  CHECK(seen == std::set<double>{0, 7919});
}

TEST_CASE("crops and flips of bytes, words and floats") {
  const auto x = scrambled<std::uint8_t>({3, 4, 5});
  CHECK(cast<double>(horizontal_flip(x)) == horizontal_flip(cast<double>(x)));
  CHECK(cast<double>(random_crop<4, 4>(1)(x, {5})) == random_crop<4, 4>(1)(cast<double>(x), {5}));
  const auto y = scrambled<std::uint16_t>({3, 4, 5});
  CHECK(cast<double>(vertical_flip(y)) == vertical_flip(cast<double>(y)));
  const auto z = scrambled<float>({3, 4, 5});
  CHECK(cast<double>(channels_last(z)) == channels_last(cast<double>(z)));
  // What stands for the padding of integers is rounded, and never beyond them.
  CHECK(random_crop<1, 1>(0, {Fill::constant, 300})(x, {5}).element_count() == 3);
  const auto padded = random_crop<12, 13>(4, {Fill::constant, 300})(x, {5});
  CHECK(padded(0, 0, 0) == 255);
  CHECK(random_crop<12, 13>(4, {Fill::constant, -3})(x, {5})(0, 0, 0) == 0);
  CHECK(random_crop<12, 13>(4, {Fill::constant, NAN})(x, {5})(0, 0, 0) == 0);
}

TEST_CASE("moves: types keep their names") {
  const auto x = counted<std::uint8_t, Shape<N, 4, 4, H(4)>>(2);
  static_assert(std::is_same_v<decltype(horizontal_flip(x)), Tensor<std::uint8_t, Shape<N, 4, 4, H(4)>>>);
  static_assert(std::is_same_v<decltype(center_crop<4, 4>(x)), Tensor<std::uint8_t, Shape<N, 4, 4, H(4)>>>);
  static_assert(std::is_same_v<decltype(center_crop<2, 2>(x)), Tensor<std::uint8_t, Shape<N, 4, 2, 2>>>);
  static_assert(std::is_same_v<decltype(channels_first(x)), Tensor<std::uint8_t, Shape<N, H(4), 4, 4>>>);
  static_assert(std::is_same_v<decltype(channels_last(x)), Tensor<std::uint8_t, Shape<N, 4, H(4), 4>>>);
  CHECK(DynamicTensor<std::uint8_t>(horizontal_flip(x)) == horizontal_flip(DynamicTensor<std::uint8_t>(x)));
}

}  // namespace
