// SPDX-License-Identifier: BSL-1.0
// Do warps find what a loop finds that looks for each output by itself, in images of any extents?
#include "catch.hpp"
#include "image_loops.hpp"

using namespace shapeproof;
using namespace samples;

namespace {

double random_between(double low, double high) {
  return low + (high - low) * static_cast<double>(random_below(1 << 20)) / (1 << 20);
}

// The element at any place, inside or not.
double anywhere(const Images& images, Place place, Fill fill, double value) {
  const Extents& all = images.extents();
  const std::int64_t height = all[all.rank - 2];
  const std::int64_t width = all[all.rank - 1];
  const bool is_inside = place.y >= 0 && place.x >= 0 && place.y < height && place.x < width;
  if (!is_inside && fill == Fill::constant) return value;
  const auto inner = [&](std::int64_t i, std::int64_t extent) {
    while (fill == Fill::reflect && (i < 0 || i >= extent)) i = i < 0 ? -1 - i : 2 * extent - 1 - i;
    return std::max<std::int64_t>(std::min(i, extent - 1), 0);
  };
  place.y = inner(place.y, height);
  place.x = inner(place.x, width);
  return at(images, place);
}

// What lies at a place between the elements.
double between(const Images& images, const Place& place, double y, double x, const WarpOptions& options) {
  const auto element = [&](double row, double column) {
    return anywhere(images,
                    {place.image, place.channel, static_cast<std::int64_t>(row), static_cast<std::int64_t>(column)},
                    options.fill, options.value);
  };
  if (options.interpolation == Interpolation::nearest) return element(std::nearbyint(y), std::nearbyint(x));
  const double top = std::floor(y);
  const double left = std::floor(x);
  const double upper = element(top, left) * (left + 1 - x) + element(top, left + 1) * (x - left);
  const double lower = element(top + 1, left) * (left + 1 - x) + element(top + 1, left + 1) * (x - left);
  return upper * (top + 1 - y) + lower * (y - top);
}

// from(y, x): where the output comes from, both counted from the middle.
template <class Step, class From>
bool warps(const Step& step, const Images& images, const WarpOptions& options, const From& from) {
  const ShapeValue shape = images.shape();
  const double middle_y = static_cast<double>(height_of(shape) - 1) / 2;
  const double middle_x = static_cast<double>(width_of(shape) - 1) / 2;
  const auto wanted = [&](const Place& place) {
    const auto [y, x] = from(static_cast<double>(place.y) - middle_y, static_cast<double>(place.x) - middle_x);
    return between(images, place, y + middle_y, x + middle_x, options);
  };
  return furthest(step(images), shape, wanted) < 1e-6;
}

WarpOptions random_options() {
  return {static_cast<Fill>(random_below(3)), random_between(-5, 5), static_cast<Interpolation>(random_below(2))};
}

using Point = std::pair<double, double>;

}  // namespace

TEST_CASE("rotate, shear and zoom: any image, any amount, any border") {
  CHECK(failures(300, [] {
          const Images x = scrambled(random_images());
          const WarpOptions options = random_options();
          const double degrees = random_between(-360, 360);
          const double angle = degrees * std::acos(-1.0) / 180;
          const double height = random_between(0.1, 4);
          const double width = random_between(0.1, 4);
          const auto turned = [&](double row, double column) {
            return Point(std::cos(angle) * row + std::sin(angle) * column,
                         std::cos(angle) * column - std::sin(angle) * row);
          };
          const double slant = angle / 4;
          const auto sheared = [&](double row, double column) {
            return Point(row - std::sin(slant) * column, std::cos(slant) * column);
          };
          return warps(rotate(degrees, options), x, options, turned) &&
                 warps(shear(degrees / 4, options), x, options, sheared) &&
                 warps(zoom(height, width, options), x, options,
                       [&](double row, double column) { return Point(height * row, width * column); });
        }) == 0);
}

TEST_CASE("rotate: a quarter against the clock is what it says") {
  const Images x = scrambled({1, 4, 4});
  const auto quarter = [&](const Place& place) { return at(x, {0, 0, place.x, 3 - place.y}); };
  CHECK(furthest(rotate(90)(x), {1, 4, 4}, quarter) < 1e-9);
  CHECK(furthest(rotate(90, {.fill = Fill::constant, .value = -1e6})(x), {1, 4, 4}, quarter) < 1e-6);
  CHECK(rotate(90, {.interpolation = Interpolation::nearest})(x) ==
        rotate(-270, {.interpolation = Interpolation::nearest})(x));
  CHECK(rotate(0)(x) == x);
  CHECK(zoom(1)(x) == x);
}

TEST_CASE("random_affine: all of ImageDataGenerator's in its order, and rotate where only that is asked for") {
  const Images x = scrambled({2, 6, 5});
  const AffineRanges fixed{{10, 10}, {7, 7}, {0.8, 0.8}, {1.3, 1.3}, {0.1, 0.1}, {-0.2, -0.2}};
  const double turn = 10 * std::acos(-1.0) / 180;
  const double slant = 7 * std::acos(-1.0) / 180;
  const auto all = [&](double row, double column) {
    row *= 0.8;
    column *= 1.3;
    row -= std::sin(slant) * column;
    column *= std::cos(slant);
    row += 0.1 * 6;
    column -= 0.2 * 5;
    return Point(std::cos(turn) * row + std::sin(turn) * column, std::cos(turn) * column - std::sin(turn) * row);
  };
  const auto step = random_affine(fixed);
  CHECK(warps([&](const Images& images) { return step(images, {1}); }, x, {}, all));
  CHECK(random_affine({.rotate = {-20, 20}})(x, {5}) == random_rotate(20)(x, {5}));
}

TEST_CASE("random warps: each image by an amount of its own, inside of the range") {
  DynamicTensor<double> x({200, 1, 9, 9});
  double* const all = x.writable_data();
  // A ramp from left to right: what is in the middle of a row says how far it was zoomed or turned.
  for (std::int64_t i = 0; i < x.element_count(); ++i) all[i] = static_cast<double>(i % 9);
  const auto slopes = [&](const Images& found) {
    std::pair<double, double> range(INFINITY, -INFINITY);
    for (std::int64_t i = 0; i < 200; ++i) {
      const double slope = at(found, {i, 0, 4, 5}) - at(found, {i, 0, 4, 4});
      range = {std::min(range.first, slope), std::max(range.second, slope)};
    }
    return range;
  };
  const auto [least, most] = slopes(random_zoom(0.5, 1.5)(x, {.seed = 4}));
  CHECK((least >= 0.5 && least < 0.55 && most <= 1.5 && most > 1.45));
  const auto [turned, straight] = slopes(random_rotate(60)(x, {.seed = 4}));
  CHECK((turned >= 0.5 && turned < 0.55 && straight <= 1 && straight > 0.99));
  const auto [sheared, upright] = slopes(random_shear(60)(x, {.seed = 4}));
  CHECK((sheared >= 0.5 && sheared < 0.55 && upright <= 1 && upright > 0.99));
}

TEST_CASE("resize: what is constant stays, and to the same extents nothing changes") {
  const auto x = scrambled<std::uint8_t>({2, 3, 5, 6});
  CHECK(resize<5, 6>(x) == x);
  CHECK(resize<5, 6, Interpolation::nearest>(x) == x);
  const auto white = full<std::uint16_t>(65535, {1, 3, 4});
  CHECK(resize<7, 9>(white) == full<std::uint16_t>(65535, {1, 7, 9}));
  CHECK(rotate(33)(white) == white);
}
