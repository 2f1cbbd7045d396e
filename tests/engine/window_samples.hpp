// SPDX-License-Identifier: BSL-1.0
// What tests of window kernels need: random numbers, and an input that is read with padding around it.
#pragma once

#include <random>
#include <vector>

#include <shapeproof/engine/window.hpp>

namespace samples {

using shapeproof::engine::Plane;
using shapeproof::engine::Window;

inline std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}
inline std::int64_t random_from(std::int64_t first, std::int64_t last) {
  return first + static_cast<std::int64_t>(random_numbers()() % static_cast<std::uint32_t>(last - first + 1));
}

// Integers from -4 to 4, so that sums of products are exact in every element type.
template <class T>
std::vector<T> random_integers(std::int64_t count) {
  std::vector<T> all(static_cast<std::size_t>(count));
  for (T& element : all) element = T(static_cast<float>(random_from(-4, 4)));
  return all;
}

inline Plane random_plane(std::int64_t first, std::int64_t last) {
  return {random_from(first, last), random_from(first, last)};
}

// One plane of an image as double, and `outside` around it.
template <class T>
class Reader {
 public:
  Reader(const T* plane, const Plane& extents, double outside = 0)
      : plane_(plane), extents_(extents), outside_(outside) {}
  [[nodiscard]] bool has(std::int64_t row, std::int64_t column) const {
    return row >= 0 && row < extents_.height && column >= 0 && column < extents_.width;
  }
  [[nodiscard]] double operator()(std::int64_t row, std::int64_t column) const {
    return has(row, column) ? static_cast<double>(plane_[row * extents_.width + column]) : outside_;
  }

 private:
  const T* plane_;
  Plane extents_;
  double outside_;
};

// Where a kernel's element looks, for a place of the window.
inline std::int64_t row_under(const Window& w, std::int64_t place, std::int64_t k) {
  return place * w.stride.height + k * w.dilation.height - w.padding.height;
}
inline std::int64_t column_under(const Window& w, std::int64_t place, std::int64_t k) {
  return place * w.stride.width + k * w.dilation.width - w.padding.width;
}

// function(row, column) for each element of a plane.
template <class Function>
void for_each_place(const Plane& plane, const Function& function) {
  for (std::int64_t row = 0; row < plane.height; ++row) {
    for (std::int64_t column = 0; column < plane.width; ++column) function(row, column);
  }
}

// How many places a window has, by trying them: as long as all of the kernel is in the padded input.
inline std::int64_t places_by_trying(std::int64_t in, std::int64_t kernel, std::int64_t stride, std::int64_t padding,
                                     std::int64_t dilation) {
  std::int64_t count = 0;
  while (count * stride + dilation * (kernel - 1) < in + 2 * padding) ++count;
  return count;
}

// A window that has a place on `in`, and how many it has.
struct RandomWindow {
  Window window{};
  Plane out{};
};
inline RandomWindow random_window(const Plane& in, std::int64_t most_kernel, std::int64_t most_padding) {
  for (;;) {
    const Window w{random_plane(1, most_kernel), random_plane(1, 3), random_plane(0, most_padding), random_plane(1, 3)};
    const Plane out{places_by_trying(in.height, w.kernel.height, w.stride.height, w.padding.height, w.dilation.height),
                    places_by_trying(in.width, w.kernel.width, w.stride.width, w.padding.width, w.dilation.width)};
    if (out.height > 0 && out.width > 0) return {w, out};
  }
}

// How far a result may be from a reference in double: some units in the last place of `largest`.
template <class T>
double tolerance(double largest, double units = 4) {
  const double epsilon = sizeof(T) == 8 ? 0x1p-52 : sizeof(T) == 4 ? 0x1p-23 : 0x1p-10;
  return units * epsilon * (largest > 1 ? largest : 1);
}

}  // namespace samples
