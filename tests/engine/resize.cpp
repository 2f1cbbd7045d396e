// SPDX-License-Identifier: BSL-1.0
// Do resized images have what lies at each position? Positions in double, for thousands of random extents and factors.
#include <algorithm>
#include <cmath>

#include <shapeproof/engine/resize.hpp>
#include <shapeproof/half.hpp>

#include "catch.hpp"
#include "engine/window_samples.hpp"

using namespace shapeproof;
using engine::Resize;
using engine::ResizeStep;
using samples::random_from;
using samples::random_integers;

namespace {

// By extents, or by a factor of numerator / denominator.
ResizeStep random_step(std::int64_t in, std::int64_t& out) {
  out = random_from(1, 16);
  if (random_from(0, 1) == 0) return {in, out};
  for (;;) {
    const ResizeStep step{random_from(1, 4), random_from(1, 4)};
    out = in * step.denominator / step.numerator;
    if (out > 0) return step;
  }
}

double ratio(const ResizeStep& step) {
  return static_cast<double>(step.numerator) / static_cast<double>(step.denominator);
}

double nearest_at(std::int64_t place, const ResizeStep& step, std::int64_t extent) {
  // A little more than the product, so that rounding cannot fall below a whole number.
  return std::min(std::floor(static_cast<double>(place) * ratio(step) + 1e-9), static_cast<double>(extent - 1));
}
double between_at(std::int64_t place, const ResizeStep& step, std::int64_t extent, bool aligns_corners) {
  const auto at = static_cast<double>(place);
  const double position = aligns_corners ? at * ratio(step) : std::max((at + 0.5) * ratio(step) - 0.5, 0.0);
  return std::min(position, static_cast<double>(extent - 1));
}

// What lies at a position between four elements.
template <class T>
double read_between(const samples::Reader<T>& image, const engine::Plane& in, double row, double column) {
  const auto top = static_cast<std::int64_t>(row);
  const auto left = static_cast<std::int64_t>(column);
  const std::int64_t bottom = std::min(top + 1, in.height - 1);
  const std::int64_t right = std::min(left + 1, in.width - 1);
  const double down = row - static_cast<double>(top);
  const double across = column - static_cast<double>(left);
  return (1 - down) * ((1 - across) * image(top, left) + across * image(top, right)) +
         down * ((1 - across) * image(bottom, left) + across * image(bottom, right));
}

// `read(image, row, column)` is what is wanted at a place.
template <class T, class Read>
bool is_near(const std::vector<T>& out, const std::vector<T>& in, const Resize& r, double units, const Read& read) {
  bool all = true;
  std::size_t i = 0;
  for (std::int64_t plane = 0; plane < r.planes; ++plane) {
    const samples::Reader<T> image(in.data() + plane * r.in.count(), r.in);
    samples::for_each_place(r.out, [&](std::int64_t row, std::int64_t column) {
      const double wanted = read(image, row, column);
      all = all && std::abs(static_cast<double>(out[i++]) - wanted) <= samples::tolerance<T>(4, units);
    });
  }
  return all && i == out.size();
}

template <class T>
int failures(int times) {
  int count = 0;
  for (int i = 0; i < times; ++i) {
    Resize r;
    r.planes = random_from(0, 3);
    r.in = samples::random_plane(1, 12);
    r.height = random_step(r.in.height, r.out.height);
    r.width = random_step(r.in.width, r.out.width);
    const auto in = random_integers<T>(r.planes * r.in.count());
    std::vector<T> out(static_cast<std::size_t>(r.planes * r.out.count()), T(99));
    engine::resize_nearest(in.data(), out.data(), r);
    count += is_near(out, in, r, 0,
                     [&](const auto& image, std::int64_t row, std::int64_t column) {
                       return image(static_cast<std::int64_t>(nearest_at(row, r.height, r.in.height)),
                                    static_cast<std::int64_t>(nearest_at(column, r.width, r.in.width)));
                     })
                 ? 0
                 : 1;
    if constexpr (!std::is_integral_v<T>) {
      const bool aligns_corners = random_from(0, 1) == 1;
      if (aligns_corners) {
        const auto step = [](std::int64_t from, std::int64_t to) {
          return to > 1 ? ResizeStep{from - 1, to - 1} : ResizeStep{0, 1};
        };
        r.height = step(r.in.height, r.out.height);
        r.width = step(r.in.width, r.out.width);
      }
      engine::resize_bilinear(in.data(), out.data(), r, aligns_corners);
      // The positions of the reference are rounded themselves.
      const double units = sizeof(T) == 8 ? 64 : 3;
      count += is_near(out, in, r, units,
                       [&](const auto& image, std::int64_t row, std::int64_t column) {
                         return read_between(image, r.in, between_at(row, r.height, r.in.height, aligns_corners),
                                             between_at(column, r.width, r.in.width, aligns_corners));
                       })
                   ? 0
                   : 1;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("resize: what lies at each position") {
  CHECK(failures<float>(2000) == 0);
  CHECK(failures<double>(700) == 0);
  CHECK(failures<half>(300) == 0);
  CHECK(failures<std::int16_t>(300) == 0);
}

TEST_CASE("resize: the nearest element is not missed by rounding") {
  // 41 * float(1 / 41) is below 1.
  for (std::int64_t factor = 1; factor < 200; ++factor) {
    Resize r{1, {1, 3}, {1, 3 * factor}, {1, 1}, {3, 3 * factor}};
    const float in[] = {0, 1, 2};
    std::vector<float> out(static_cast<std::size_t>(3 * factor));
    engine::resize_nearest(in, out.data(), r);
    for (std::int64_t i = 0; i < 3 * factor; ++i)
      REQUIRE(out[static_cast<std::size_t>(i)] == static_cast<float>(i / factor));
  }
}
