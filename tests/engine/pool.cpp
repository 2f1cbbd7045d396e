// SPDX-License-Identifier: BSL-1.0
// Do pooling, unfolding and folding compute what their definitions say? Plain loops in double, for thousands of random
// configurations.
#include <algorithm>
#include <cmath>
#include <limits>

#include <shapeproof/engine/pool.hpp>
#include <shapeproof/engine/unfold.hpp>
#include <shapeproof/half.hpp>
#include <shapeproof/threads.hpp>

#include "catch.hpp"
#include "engine/window_samples.hpp"

using namespace shapeproof;
using engine::Window;
using engine::WindowExtents;
using samples::random_from;
using samples::random_integers;

namespace {

// What pools get: a padding of at most half the kernel.
bool is_pool(const Window& w) {
  return 2 * w.padding.height <= w.kernel.height && 2 * w.padding.width <= w.kernel.width;
}

WindowExtents random_extents() {
  WindowExtents e;
  e.planes = random_from(0, 4);
  e.in = samples::random_plane(1, 14);
  samples::RandomWindow random;
  do random = samples::random_window(e.in, 4, 2);
  while (!is_pool(random.window));
  e.window = random.window;
  e.out = random.out;
  // With CeilMode one place more, as long as it begins in the input or in front of it.
  const auto is_in = [](std::int64_t place, std::int64_t stride, std::int64_t in, std::int64_t padding) {
    return place * stride < in + padding;
  };
  const bool is_higher = is_in(e.out.height, e.window.stride.height, e.in.height, e.window.padding.height);
  const bool is_wider = is_in(e.out.width, e.window.stride.width, e.in.width, e.window.padding.width);
  if (random_from(0, 1) == 1) e.out.height += is_higher ? 1 : 0;
  if (random_from(0, 1) == 1) e.out.width += is_wider ? 1 : 0;
  return e;
}

// finish(sum, elements, covered) for each window: what lies under it, put together by `combine`.
template <class T, class Combine, class Finish>
std::vector<double> pooled(const std::vector<T>& in, const WindowExtents& e, double start, const Combine& combine,
                           const Finish& finish) {
  std::vector<double> out;
  const Window& w = e.window;
  for (std::int64_t plane = 0; plane < e.planes; ++plane) {
    const samples::Reader<T> image(in.data() + plane * e.in.count(), e.in);
    samples::for_each_place(e.out, [&](std::int64_t row, std::int64_t column) {
      double value = start;
      int elements = 0;
      int covered = 0;
      samples::for_each_place(w.kernel, [&](std::int64_t kh, std::int64_t kw) {
        const std::int64_t at_row = samples::row_under(w, row, kh);
        const std::int64_t at_column = samples::column_under(w, column, kw);
        if (at_row < e.in.height + w.padding.height && at_column < e.in.width + w.padding.width) ++covered;
        if (!image.has(at_row, at_column)) return;
        value = combine(value, image(at_row, at_column));
        ++elements;
      });
      out.push_back(finish(value, elements, covered));
    });
  }
  return out;
}

double larger(double a, double b) { return b > a || b != b ? b : a; }
double sum_of(double a, double b) { return a + b; }
double as_is(double value, int, int) { return value; }

template <class T>
double least_of() {
  if (std::numeric_limits<T>::is_integer) return static_cast<double>(std::numeric_limits<T>::lowest());
  return -std::numeric_limits<double>::infinity();
}

template <class T>
bool is_near(const std::vector<T>& found, const std::vector<double>& wanted, double units) {
  bool all = found.size() == wanted.size();
  for (std::size_t i = 0; i < found.size() && all; ++i) {
    const auto value = static_cast<double>(found[i]);
    all = value == wanted[i] || std::abs(value - wanted[i]) <= samples::tolerance<T>(4, units) ||
          (value != value && wanted[i] != wanted[i]);
  }
  return all;
}

template <class T>
bool max_pools(WindowExtents e, const std::vector<T>& in) {
  std::vector<T> out(static_cast<std::size_t>(e.planes * e.out.count()), T(99));
  engine::max_pool(in.data(), out.data(), e);
  return is_near(out, pooled(in, e, least_of<T>(), larger, as_is), 0);
}

template <class T>
int max_pool_failures(int times) {
  int failures = 0;
  for (int i = 0; i < times; ++i) {
    const WindowExtents e = random_extents();
    failures += max_pools(e, random_integers<T>(e.planes * e.in.count())) ? 0 : 1;
  }
  return failures;
}

template <class T>
int avg_pool_failures(int times) {
  int failures = 0;
  for (int i = 0; i < times; ++i) {
    WindowExtents e = random_extents();
    while (e.window.dilation.count() > 1) e = random_extents();
    const bool counts_padding = random_from(0, 1) == 1;
    const auto in = random_integers<T>(e.planes * e.in.count());
    std::vector<T> out(static_cast<std::size_t>(e.planes * e.out.count()), T(99));
    engine::avg_pool(in.data(), out.data(), e, counts_padding);
    const auto average = [&](double sum, int elements, int covered) {
      return sum / (counts_padding ? covered : elements);
    };
    failures += is_near(out, pooled(in, e, 0, sum_of, average), 1) ? 0 : 1;
  }
  return failures;
}

// [floor(i * extent / places), ceil((i + 1) * extent / places))
std::pair<std::int64_t, std::int64_t> adaptive(std::int64_t place, std::int64_t places, std::int64_t extent) {
  const auto at = [&](std::int64_t i) { return static_cast<double>(i * extent) / static_cast<double>(places); };
  return {static_cast<std::int64_t>(std::floor(at(place))), static_cast<std::int64_t>(std::ceil(at(place + 1)))};
}

template <class T>
int adaptive_failures(int times) {
  int failures = 0;
  for (int i = 0; i < times; ++i) {
    WindowExtents e{random_from(0, 3), samples::random_plane(1, 12), samples::random_plane(1, 8)};
    const auto in = random_integers<T>(e.planes * e.in.count());
    std::vector<double> averages;
    std::vector<double> maxima;
    for (std::int64_t plane = 0; plane < e.planes; ++plane) {
      samples::for_each_place(e.out, [&](std::int64_t row, std::int64_t column) {
        const auto [top, bottom] = adaptive(row, e.out.height, e.in.height);
        const auto [left, right] = adaptive(column, e.out.width, e.in.width);
        double sum = 0;
        double most = least_of<T>();
        for (std::int64_t h = top; h < bottom; ++h) {
          for (std::int64_t w = left; w < right; ++w) {
            const auto value =
                static_cast<double>(in[static_cast<std::size_t>((plane * e.in.height + h) * e.in.width + w)]);
            sum += value;
            most = larger(most, value);
          }
        }
        averages.push_back(sum / static_cast<double>((bottom - top) * (right - left)));
        maxima.push_back(most);
      });
    }
    std::vector<T> out(averages.size(), T(99));
    engine::adaptive_avg_pool(in.data(), out.data(), e);
    failures += is_near(out, averages, 1) ? 0 : 1;
    engine::adaptive_max_pool(in.data(), out.data(), e);
    failures += is_near(out, maxima, 0) ? 0 : 1;
  }
  return failures;
}

template <class T>
int unfold_failures(int times) {
  int failures = 0;
  for (int i = 0; i < times; ++i) {
    WindowExtents e;
    e.planes = random_from(0, 3);
    e.in = samples::random_plane(1, 12);
    const auto random = samples::random_window(e.in, 4, 3);
    e.window = random.window;
    e.out = random.out;
    const auto in = random_integers<T>(e.planes * e.in.count());
    std::vector<T> columns(static_cast<std::size_t>(e.planes * e.window.kernel.count() * e.out.count()), T(99));
    engine::unfold(in.data(), columns.data(), e);
    std::vector<double> wanted;
    std::vector<double> folded(in.size());
    for (std::int64_t plane = 0; plane < e.planes; ++plane) {
      const samples::Reader<T> image(in.data() + plane * e.in.count(), e.in);
      samples::for_each_place(e.window.kernel, [&](std::int64_t kh, std::int64_t kw) {
        samples::for_each_place(e.out, [&](std::int64_t row, std::int64_t column) {
          const std::int64_t at_row = samples::row_under(e.window, row, kh);
          const std::int64_t at_column = samples::column_under(e.window, column, kw);
          wanted.push_back(image(at_row, at_column));
          if (image.has(at_row, at_column)) {
            folded[static_cast<std::size_t>((plane * e.in.height + at_row) * e.in.width + at_column)] += wanted.back();
          }
        });
      });
    }
    failures += is_near(columns, wanted, 0) ? 0 : 1;
    if constexpr (!std::is_integral_v<T>) {
      std::vector<T> out(in.size(), T(99));
      engine::fold(columns.data(), out.data(), e);
      failures += is_near(out, folded, 0) ? 0 : 1;
    }
  }
  return failures;
}

}  // namespace

TEST_CASE("max_pool: the largest element under each window") {
  CHECK(max_pool_failures<float>(1500) == 0);
  CHECK(max_pool_failures<double>(700) == 0);
  CHECK(max_pool_failures<half>(300) == 0);
  CHECK(max_pool_failures<std::int32_t>(300) == 0);
  CHECK(max_pool_failures<std::int8_t>(300) == 0);
  CHECK(max_pool_failures<std::int64_t>(300) == 0);
}

TEST_CASE("max_pool: windows of two, side by side") {
  for (int i = 0; i < 200; ++i) {
    WindowExtents e{random_from(1, 3), samples::random_plane(2, 50), {}, {{2, 2}, {2, 2}, {0, 0}, {1, 1}}};
    e.out = {e.in.height / 2, e.in.width / 2};
    REQUIRE(max_pools(e, random_integers<float>(e.planes * e.in.count())));
    REQUIRE(max_pools(e, random_integers<std::int16_t>(e.planes * e.in.count())));
  }
}

TEST_CASE("max_pool: NaN wins, wherever it stands under the window") {
  for (int i = 0; i < 300; ++i) {
    const WindowExtents e = random_extents();
    auto in = random_integers<float>(e.planes * e.in.count());
    for (float& element : in) {
      if (random_from(0, 9) == 0) element = std::numeric_limits<float>::quiet_NaN();
    }
    REQUIRE(max_pools(e, in));
  }
}

TEST_CASE("avg_pool: the average under each window, with and without padding") {
  CHECK(avg_pool_failures<float>(1500) == 0);
  CHECK(avg_pool_failures<double>(700) == 0);
  CHECK(avg_pool_failures<half>(300) == 0);
}

TEST_CASE("adaptive pools: PyTorch's windows") {
  CHECK(adaptive_failures<float>(1000) == 0);
  CHECK(adaptive_failures<double>(300) == 0);
  CHECK(adaptive_failures<half>(300) == 0);
}

TEST_CASE("unfold takes elements, fold brings them back") {
  CHECK(unfold_failures<float>(700) == 0);
  CHECK(unfold_failures<double>(300) == 0);
  CHECK(unfold_failures<half>(300) == 0);
  CHECK(unfold_failures<std::int16_t>(300) == 0);
}

TEST_CASE("pools do not depend on the number of threads") {
  const int before = thread_count();
  const WindowExtents e{64, {61, 53}, {31, 27}, {{3, 3}, {2, 2}, {1, 1}, {1, 1}}};
  const auto in = random_integers<float>(e.planes * e.in.count());
  std::vector<float> alone(static_cast<std::size_t>(e.planes * e.out.count()));
  std::vector<float> together(alone.size());
  const auto compare = [&](const auto& pool) {
    set_thread_count(1);
    pool(alone.data());
    set_thread_count(3);
    pool(together.data());
    CHECK(alone == together);
  };
  compare([&](float* out) { engine::max_pool(in.data(), out, e); });
  compare([&](float* out) { engine::avg_pool(in.data(), out, e, true); });
  compare([&](float* out) { engine::adaptive_avg_pool(in.data(), out, e); });
  set_thread_count(before);
}
