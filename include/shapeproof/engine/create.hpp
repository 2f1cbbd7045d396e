// SPDX-License-Identifier: BSL-1.0
// How are elements made from nothing but their position? One value everywhere, equal steps, ones on a diagonal, one side
// of a diagonal, ones where an id says so.
#pragma once

#include <cstdint>
#include <type_traits>

#include "cast.hpp"
#include "config.hpp"

namespace shapeproof::engine {

// What one thread writes before another one is worth its while.
inline constexpr std::int64_t create_grain = 32768;

// Whether so many elements are made where they are asked for.
constexpr bool makes_here(std::int64_t count) { return std::is_constant_evaluated() || count <= create_grain; }

// Each fills the range [begin, end) of `out`.
template <class T>
constexpr void fill_range(T* out, std::int64_t begin, std::int64_t end, const T& value) {
  for (std::int64_t i = begin; i < end; ++i) out[i] = value;
}

// A product that is rounded before it is added to: sums and products fused by a compiler would differ from machine to machine.
constexpr double rounded(double product) {
#if defined(__GNUC__) && !defined(__clang__)
  return __builtin_assoc_barrier(product);
#else
  return product;
#endif
}

// start + i * step: integers wrap around; numbers with fractions are computed in double and rounded once.
template <class T>
using Wide = std::conditional_t<std::is_integral_v<T>, std::int64_t, double>;
template <class T>
constexpr T nth_step(std::int64_t i, Wide<T> start, Wide<T> step) {
  if constexpr (std::is_integral_v<T>) {
    return static_cast<T>(static_cast<std::uint64_t>(start) +
                          static_cast<std::uint64_t>(i) * static_cast<std::uint64_t>(step));
  } else {
    const double product = rounded(static_cast<double>(i) * step);
    return cast_element<T>(start + product);
  }
}
template <class T>
constexpr void arange_range(T* out, std::int64_t begin, std::int64_t end, Wide<T> start, Wide<T> step) {
  for (std::int64_t i = begin; i < end; ++i) out[i] = nth_step<T>(i, start, step);
}

// From both ends to the middle, as PyTorch has it, so that both are exact.
template <class T>
constexpr void linspace_range(T* out, std::int64_t begin, std::int64_t end, std::int64_t count, double start,
                              double stop) {
  const double step = count > 1 ? (stop - start) / static_cast<double>(count - 1) : 0;
  for (std::int64_t i = begin; i < end; ++i) {
    out[i] = i < count / 2 || count == 1 ? nth_step<T>(i, start, step) : nth_step<T>(count - 1 - i, stop, -step);
  }
}

// Which side of a diagonal is kept: lower, column <= row + diagonal; or upper, column >= row + diagonal.
struct Triangle {
  bool is_lower = true;
  std::int64_t diagonal = 0;
  std::int64_t rows = 0;
  std::int64_t columns = 0;

  // The columns of a row that are kept: [first, last).
  [[nodiscard]] constexpr std::int64_t first(std::int64_t row) const { return is_lower ? 0 : inside(row, 0); }
  [[nodiscard]] constexpr std::int64_t last(std::int64_t row) const { return is_lower ? inside(row, 1) : columns; }

 private:
  [[nodiscard]] constexpr std::int64_t inside(std::int64_t row, std::int64_t more) const {
    if (diagonal >= columns) return columns;
    if (diagonal < -rows) return 0;
    const std::int64_t column = row + diagonal + more;
    return column < 0 ? 0 : column > columns ? columns : column;
  }
};
// Rows of matrices that lie one behind the other. `value(i)` is element i where it is kept.
template <class T, class Value>
constexpr void triangle_rows(T* out, std::int64_t begin, std::int64_t end, const Triangle& triangle,
                             const Value& value) {
  for (std::int64_t i = begin; i < end; ++i) {
    const std::int64_t row = i * triangle.columns;
    const std::int64_t first = triangle.first(i % triangle.rows);
    const std::int64_t last = triangle.last(i % triangle.rows);
    for (std::int64_t c = 0; c < triangle.columns; ++c) out[row + c] = c >= first && c < last ? value(row + c) : T{};
  }
}

// Elements of `in`, or true, on one side of the diagonal; zeros on the other.
template <class T>
struct Kept {
  const T* in;
  constexpr T operator()(std::int64_t i) const { return in[i]; }
};
struct True {
  constexpr bool operator()(std::int64_t) const { return true; }
};

// The same for many elements, by several threads.
template <class T>
void fill_large(T* out, std::int64_t count, const T& value);
template <class T>
void arange_large(T* out, std::int64_t count, Wide<T> start, Wide<T> step);
template <class T>
void linspace_large(T* out, std::int64_t count, double start, double stop);
template <class T>
void triangle_large(const T* in, T* out, std::int64_t rows, const Triangle& triangle);
void triangle_mask_large(bool* out, std::int64_t rows, const Triangle& triangle);

template <class T>
constexpr void fill(T* out, std::int64_t count, const T& value) {
  if (makes_here(count)) fill_range(out, 0, count, value);
  else fill_large(out, count, value);
}

template <class T>
constexpr void arange(T* out, std::int64_t count, Wide<T> start, Wide<T> step) {
  if (makes_here(count)) arange_range(out, 0, count, start, step);
  else arange_large(out, count, start, step);
}

template <class T>
constexpr void linspace(T* out, std::int64_t count, double start, double stop) {
  if (makes_here(count)) linspace_range(out, 0, count, count, start, stop);
  else linspace_large(out, count, start, stop);
}

// `count` elements in all, rows * columns for each matrix. `out` may be `in`.
template <class T>
constexpr void keep_triangle(const T* in, T* out, std::int64_t count, const Triangle& triangle) {
  if (count == 0) return;
  const std::int64_t rows = count / triangle.columns;
  if (makes_here(count)) triangle_rows(out, 0, rows, triangle, Kept<T>{in});
  else triangle_large(in, out, rows, triangle);
}
constexpr void triangle_mask(bool* out, std::int64_t count, const Triangle& triangle) {
  if (count == 0) return;
  const std::int64_t rows = count / triangle.columns;
  if (makes_here(count)) triangle_rows(out, 0, rows, triangle, True{});
  else triangle_mask_large(out, rows, triangle);
}

template <class T>
constexpr void eye(T* out, std::int64_t rows, std::int64_t columns) {
  fill(out, rows * columns, T{});
  for (std::int64_t i = 0; i < rows && i < columns; ++i) out[i * columns + i] = cast_element<T>(1);
}

// The first position whose id is not in [0, classes); `count` where there is none.
template <class Id>
constexpr std::int64_t first_bad_id(const Id* ids, std::int64_t count, std::int64_t classes) {
  for (std::int64_t i = 0; i < count; ++i) {
    // A negative id is a large number without its sign.
    if (static_cast<std::uint64_t>(ids[i]) >= static_cast<std::uint64_t>(classes)) return i;
  }
  return count;
}
// Every id is in [0, classes).
template <class Id, class T>
constexpr void one_hot(const Id* ids, T* out, std::int64_t count, std::int64_t classes) {
  fill(out, count * classes, T{});
  for (std::int64_t i = 0; i < count; ++i) {
    out[i * classes + static_cast<std::int64_t>(ids[i])] = cast_element<T>(1);
  }
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/create.hpp"
#endif
