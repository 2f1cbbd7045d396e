// SPDX-License-Identifier: BSL-1.0
// Do convolutions compute what their definition says? Plain loops in double, for thousands of random configurations.
#include <shapeproof/engine/conv.hpp>
#include <shapeproof/half.hpp>
#include <shapeproof/threads.hpp>

#include "catch.hpp"
#include "engine/window_samples.hpp"

using namespace shapeproof;
using engine::Convolution;
using engine::Plane;
using samples::random_from;
using samples::random_integers;

namespace {

// The definition: each output is the bias and all products of its filter with what lies under the window.
template <class T>
std::vector<double> convolved(const std::vector<T>& in, const std::vector<T>& kernel, const std::vector<T>& bias,
                              const Convolution& c) {
  std::vector<double> out;
  const std::int64_t channels = c.channels / c.groups;
  const std::int64_t filters = c.filters / c.groups;
  for (std::int64_t i = 0; i < c.images * c.filters; ++i) {
    const std::int64_t filter = i % c.filters;
    samples::for_each_place(c.out, [&](std::int64_t row, std::int64_t column) {
      double sum = bias.empty() ? 0 : static_cast<double>(bias[static_cast<std::size_t>(filter)]);
      for (std::int64_t channel = 0; channel < channels; ++channel) {
        const std::int64_t plane = i / c.filters * c.channels + filter / filters * channels + channel;
        const samples::Reader<T> image(in.data() + plane * c.in.count(), c.in);
        const T* weights = kernel.data() + (filter * channels + channel) * c.window.kernel.count();
        samples::for_each_place(c.window.kernel, [&](std::int64_t kh, std::int64_t kw) {
          sum += static_cast<double>(weights[kh * c.window.kernel.width + kw]) *
                 image(samples::row_under(c.window, row, kh), samples::column_under(c.window, column, kw));
        });
      }
      out.push_back(sum);
    });
  }
  return out;
}

// Likewise: each input adds its products to what lies under the window.
template <class T>
std::vector<double> convolved_transposed(const std::vector<T>& in, const std::vector<T>& kernel,
                                         const std::vector<T>& bias, const Convolution& c) {
  const std::int64_t channels = c.channels / c.groups;
  const std::int64_t filters = c.filters / c.groups;
  std::vector<double> out;
  for (std::int64_t i = 0; i < c.images * c.filters; ++i) {
    const T start = bias.empty() ? T(0) : bias[static_cast<std::size_t>(i % c.filters)];
    out.insert(out.end(), static_cast<std::size_t>(c.out.count()), static_cast<double>(start));
  }
  for (std::int64_t i = 0; i < c.images * c.channels * filters; ++i) {
    const std::int64_t image = i / filters / c.channels;
    const std::int64_t channel = i / filters % c.channels;
    double* plane = out.data() + (image * c.filters + channel / channels * filters + i % filters) * c.out.count();
    const samples::Reader<T> input(in.data() + i / filters * c.in.count(), c.in);
    const samples::Reader<double> inside(plane, c.out);
    const T* weights = kernel.data() + (channel * filters + i % filters) * c.window.kernel.count();
    samples::for_each_place(c.in, [&](std::int64_t row, std::int64_t column) {
      samples::for_each_place(c.window.kernel, [&](std::int64_t kh, std::int64_t kw) {
        const std::int64_t to_row = samples::row_under(c.window, row, kh);
        const std::int64_t to_column = samples::column_under(c.window, column, kw);
        if (!inside.has(to_row, to_column)) return;
        plane[to_row * c.out.width + to_column] +=
            input(row, column) * static_cast<double>(weights[kh * c.window.kernel.width + kw]);
      });
    });
  }
  return out;
}

Convolution random_convolution(bool is_transposed) {
  Convolution c;
  c.images = random_from(0, 3);
  c.groups = random_from(1, 3);
  c.channels = c.groups * random_from(random_from(0, 9) == 0 ? 0 : 1, 3);
  c.filters = c.groups * (random_from(0, 3) == 0 ? random_from(8, 18) : random_from(0, 4));
  c.in = samples::random_plane(1, 12);
  const auto random = samples::random_window(c.in, 4, 3);
  c.window = random.window;
  c.out = random.out;
  // The window moves over what comes out.
  if (is_transposed) std::swap(c.in, c.out);
  return c;
}

template <class T>
bool computes(const Convolution& c, bool is_transposed) {
  const auto in = random_integers<T>(c.images * c.channels * c.in.count());
  const auto kernel = random_integers<T>(c.channels * c.filters / c.groups * c.window.kernel.count());
  const auto bias = random_integers<T>(random_from(0, 1) * c.filters);
  const T* added = bias.empty() ? nullptr : bias.data();
  // What is not written stands out.
  std::vector<T> out(static_cast<std::size_t>(c.images * c.filters * c.out.count()), T(77777.0F));
  if (is_transposed) engine::convolve_transposed(in.data(), kernel.data(), added, out.data(), c);
  else engine::convolve(in.data(), kernel.data(), added, out.data(), c);
  const auto wanted = is_transposed ? convolved_transposed(in, kernel, bias, c) : convolved(in, kernel, bias, c);
  bool all = wanted.size() == out.size();
  for (std::size_t i = 0; i < out.size(); ++i) all = all && static_cast<double>(out[i]) == wanted[i];
  return all;
}

template <class T>
int count_failures(int times, bool is_transposed) {
  int failures = 0;
  for (int i = 0; i < times; ++i) failures += computes<T>(random_convolution(is_transposed), is_transposed) ? 0 : 1;
  return failures;
}

Convolution large(std::int64_t channels, std::int64_t filters, std::int64_t groups, const Plane& in, std::int64_t k,
                  std::int64_t stride, std::int64_t padding) {
  Convolution c{2, groups, channels, filters, in, {}, {{k, k}, {stride, stride}, {padding, padding}, {1, 1}}};
  c.out = {samples::places_by_trying(in.height, k, stride, padding, 1),
           samples::places_by_trying(in.width, k, stride, padding, 1)};
  return c;
}

std::vector<float> random_fractions(std::int64_t count) {
  std::vector<float> all(static_cast<std::size_t>(count));
  for (float& element : all) element = static_cast<float>(random_from(-1000, 1000)) / 777;
  return all;
}

std::vector<float> run(const Convolution& c, bool is_transposed, const std::vector<float>& in,
                       const std::vector<float>& kernel) {
  std::vector<float> out(static_cast<std::size_t>(c.images * c.filters * c.out.count()));
  if (is_transposed) engine::convolve_transposed<float>(in.data(), kernel.data(), nullptr, out.data(), c);
  else engine::convolve<float>(in.data(), kernel.data(), nullptr, out.data(), c);
  return out;
}

}  // namespace

TEST_CASE("convolve: what the definition says, exactly for small integers") {
  CHECK(count_failures<float>(2000, false) == 0);
  CHECK(count_failures<double>(1000, false) == 0);
  CHECK(count_failures<half>(500, false) == 0);
}

TEST_CASE("convolve_transposed: what the definition says, exactly for small integers") {
  CHECK(count_failures<float>(2000, true) == 0);
  CHECK(count_failures<double>(1000, true) == 0);
  CHECK(count_failures<half>(500, true) == 0);
}

TEST_CASE("convolve: in several blocks") {
  CHECK(computes<float>(large(24, 20, 1, {40, 37}, 5, 1, 2), false));
  CHECK(computes<float>(large(40, 24, 2, {33, 29}, 3, 2, 1), false));
  CHECK(computes<float>(large(64, 48, 1, {30, 31}, 1, 1, 0), false));
  CHECK(computes<float>(large(30, 30, 30, {45, 41}, 3, 1, 1), false));
  CHECK(computes<float>(large(30, 60, 30, {45, 41}, 5, 2, 2), false));
  // A kernel of few elements; and several images at a time, as each has few places.
  CHECK(computes<float>(large(3, 64, 1, {40, 37}, 3, 1, 1), false));
  CHECK(computes<double>(large(3, 23, 1, {40, 37}, 3, 2, 1), false));
  Convolution small = large(16, 20, 2, {8, 8}, 3, 1, 1);
  small.images = 11;
  CHECK(computes<float>(small, false));
  CHECK(computes<double>(small, false));
  Convolution up = large(48, 40, 1, {61, 47}, 4, 2, 1);
  std::swap(up.in, up.out);
  CHECK(computes<float>(up, true));
}

TEST_CASE("convolutions do not depend on the number of threads") {
  const int before = thread_count();
  Convolution up = large(16, 70, 1, {41, 39}, 4, 2, 1);
  std::swap(up.in, up.out);
  const std::pair<Convolution, bool> all[] = {
      {large(16, 32, 1, {50, 50}, 3, 1, 1), false},  {large(64, 48, 1, {30, 31}, 1, 1, 0), false},
      {large(64, 64, 64, {50, 50}, 3, 1, 1), false}, {large(3, 64, 1, {50, 50}, 3, 1, 1), false},
      {large(64, 128, 1, {7, 7}, 3, 1, 1), false},   {up, true}};
  for (const auto& [c, is_transposed] : all) {
    const auto in = random_fractions(c.images * c.channels * c.in.count());
    const auto kernel = random_fractions(c.channels * c.filters / c.groups * c.window.kernel.count());
    set_thread_count(1);
    const auto alone = run(c, is_transposed, in, kernel);
    for (const int threads : {2, 3}) {
      set_thread_count(threads);
      CHECK(run(c, is_transposed, in, kernel) == alone);
    }
  }
  set_thread_count(before);
}
