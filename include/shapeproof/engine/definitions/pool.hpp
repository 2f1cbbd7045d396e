// SPDX-License-Identifier: BSL-1.0
// Pooling, a row of outputs at a time: the rows under the window become one, element by element, and then places of that row
// become one. Neither loop asks where the image ends: ranges of places are worked out before.
#pragma once

#include <limits>
#include <type_traits>

#include "../../half.hpp"
#include "../parallel.hpp"
#include "../pool.hpp"
#include "columns.hpp"
#include "eigen.hpp"
#include "pool_pairs.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

template <class T>
T narrow(Wide<T> value) {
  return T(value);
}

template <class T>
using Elements = Eigen::Map<Eigen::Array<T, 1, Eigen::Dynamic>>;
template <class T>
using ConstElements = Eigen::Map<const Eigen::Array<T, 1, Eigen::Dynamic>>;

struct Largest {
  template <class T>
  static constexpr T start() {
    if constexpr (std::numeric_limits<T>::has_infinity) return -std::numeric_limits<T>::infinity();
    else return std::numeric_limits<T>::lowest();
  }
  // NaN wins, whichever side it is on.
  template <class T>
  static T apply(T left, T right) {
    return ((right > left) | (right != right)) ? right : left;
  }
  // out[i] = apply(left[i], right[i])
  template <class T>
  static void apply_all(const T* left, const T* right, T* out, std::int64_t count) {
    if constexpr (std::is_floating_point_v<T>) {
      // Array::max cannot be told about NaN before Eigen 5.
      using Max = Eigen::internal::scalar_max_op<T, T, Eigen::PropagateNaN>;
      Elements<T>(out, count) = ConstElements<T>(left, count).binaryExpr(ConstElements<T>(right, count), Max());
    } else {
      for (std::int64_t i = 0; i < count; ++i) out[i] = apply(left[i], right[i]);
    }
  }
};

struct Sum {
  template <class T>
  static constexpr T start() {
    return T{};
  }
  template <class T>
  static T apply(T left, T right) {
    return left + right;
  }
  template <class T>
  static void apply_all(const T* left, const T* right, T* out, std::int64_t count) {
    Elements<T>(out, count) = ConstElements<T>(left, count) + ConstElements<T>(right, count);
  }
};

// The rows `at`, `at + distance`, ... of a plane, `count` of them, as one row of wide elements.
template <class Operation, class T>
const Wide<T>* reduce_rows(const T* plane, std::int64_t width, std::int64_t at, std::int64_t count,
                           std::int64_t distance) {
  const T* from = plane + at * width;
  if constexpr (std::is_same_v<T, Wide<T>>) {
    if (count == 1) return from;
    T* row = scratch<T>(width);
    const T* so_far = from;
    for (std::int64_t k = 1; k < count; ++k, so_far = row) {
      Operation::apply_all(so_far, from + k * distance * width, row, width);
    }
    return row;
  } else {
    Wide<T>* row = scratch<Wide<T>>(width);
    for (std::int64_t i = 0; i < width; ++i) row[i] = static_cast<Wide<T>>(from[i]);
    for (std::int64_t k = 1; k < count; ++k) {
      const T* next = from + k * distance * width;
      for (std::int64_t i = 0; i < width; ++i) row[i] = Operation::apply(row[i], static_cast<Wide<T>>(next[i]));
    }
    return row;
  }
}

// Windows along one row.
template <class Operation, class T>
void reduce_columns(const T* row, T* out, const WindowExtents& e) {
  const Window& w = e.window;
  const std::int64_t stride = w.stride.width;
  if (w.kernel.width == 2 && stride == 2 && w.padding.width == 0 && w.dilation.width == 1 &&
      2 * e.out.width <= e.in.width) {
    return reduce_pairs<Operation>(row, out, e.out.width);
  }
  const auto reduce = [&](const auto& from) {
    std::fill_n(out, e.out.width, Operation::template start<T>());
    for (std::int64_t k = 0; k < w.kernel.width; ++k) {
      const std::int64_t offset = k * w.dilation.width - w.padding.width;
      const Range range = places_inside(e.out.width, e.in.width, stride, offset);
      if (range.begin == range.end) continue;
      T* to = out + range.begin;
      Operation::apply_all(to, from(offset) + range.begin, to, range.end - range.begin);
    }
  };
  if (stride == 1) return reduce([&](std::int64_t offset) { return row + offset; });
  const Phases<T> phases(row, e.in.width, stride, scratch<T, 2>(e.in.width + stride));
  reduce([&](std::int64_t offset) { return phases.from(offset); });
}

// The rows of the input under one row of windows: the first, and how many.
struct Rows {
  std::int64_t first;
  std::int64_t count;
};

inline Rows rows_under(const WindowExtents& e, std::int64_t row) {
  const Window& w = e.window;
  const std::int64_t top = row * w.stride.height - w.padding.height;
  const Range taps = places_inside(w.kernel.height, e.in.height, w.dilation.height, top);
  return {top + taps.begin * w.dilation.height, taps.end - taps.begin};
}

// finish(sums, row, rows) writes a row of outputs from what reduce_columns made.
template <class Operation, class T, class Finish>
void pool_rows(const T* in, const WindowExtents& e, const Finish& finish) {
  const std::int64_t work = std::max<std::int64_t>(e.in.width * e.window.kernel.height, 1);
  parallel_for(e.planes * e.out.height, std::max<std::int64_t>(parallel_elements / work, 1),
               [&](std::int64_t begin, std::int64_t end) {
                 for (std::int64_t i = begin; i < end; ++i) {
                   const Rows rows = rows_under(e, i % e.out.height);
                   const T* plane = in + i / e.out.height * e.in.count();
                   if (rows.count == 0) {
                     Wide<T>* nothing = scratch<Wide<T>>(e.in.width);
                     std::fill_n(nothing, e.in.width, Operation::template start<Wide<T>>());
                     finish(nothing, i, rows.count);
                     continue;
                   }
                   finish(reduce_rows<Operation>(plane, e.in.width, rows.first, rows.count, e.window.dilation.height),
                          i, rows.count);
                 }
               });
}

// Where a row of outputs is computed: in its place, or beside it where it becomes half.
template <class T>
Wide<T>* row_of_outputs(T* out, std::int64_t width) {
  if constexpr (std::is_same_v<T, Wide<T>>) return out;
  else return scratch<Wide<T>, 1>(width);
}
template <class T>
void store(const Wide<T>* row, T* out, std::int64_t width) {
  if constexpr (!std::is_same_v<T, Wide<T>>) {
    for (std::int64_t i = 0; i < width; ++i) out[i] = narrow<T>(row[i]);
  }
}

// How many elements a window covers along an axis; padding counts up to `padding` behind the last element.
inline std::int64_t covered(std::int64_t place, std::int64_t extent, std::int64_t kernel, std::int64_t stride,
                            std::int64_t padding, bool counts_padding) {
  const std::int64_t begin = place * stride - padding;
  if (counts_padding) return std::min(begin + kernel, extent + padding) - begin;
  return std::min(begin + kernel, extent) - std::max<std::int64_t>(begin, 0);
}

// Sums become averages. Places whose window lies inside share one divisor.
template <class T>
void divide_row(T* row, const WindowExtents& e, std::int64_t height, bool counts_padding) {
  const Window& w = e.window;
  const auto divide_at = [&](std::int64_t i) {
    const std::int64_t width = covered(i, e.in.width, w.kernel.width, w.stride.width, w.padding.width, counts_padding);
    row[i] /= static_cast<T>(height * width);
  };
  const Range first = places_inside(e.out.width, e.in.width, w.stride.width, -w.padding.width);
  const Range last = places_inside(e.out.width, e.in.width, w.stride.width, w.kernel.width - 1 - w.padding.width);
  const std::int64_t begin = std::min(first.begin, last.end);
  for (std::int64_t i = 0; i < begin; ++i) divide_at(i);
  Elements<T>(row + begin, last.end - begin) /= static_cast<T>(height * w.kernel.width);
  for (std::int64_t i = last.end; i < e.out.width; ++i) divide_at(i);
}

// The input's elements of one of `places` adaptive windows.
inline Range adaptive_range(std::int64_t place, std::int64_t places, std::int64_t extent) {
  return {place * extent / places, ((place + 1) * extent + places - 1) / places};
}

template <class Operation, class T, class Finish>
void adaptive_pool(const T* in, T* out, const WindowExtents& e, const Finish& finish) {
  const std::int64_t work = std::max<std::int64_t>(e.in.count() / e.out.height, 1);
  parallel_for(e.planes * e.out.height, std::max<std::int64_t>(parallel_elements / work, 1),
               [&](std::int64_t begin, std::int64_t end) {
                 for (std::int64_t i = begin; i < end; ++i) {
                   const Range rows = adaptive_range(i % e.out.height, e.out.height, e.in.height);
                   const Wide<T>* row = reduce_rows<Operation>(in + i / e.out.height * e.in.count(), e.in.width,
                                                               rows.begin, rows.end - rows.begin, 1);
                   for (std::int64_t place = 0; place < e.out.width; ++place) {
                     const Range columns = adaptive_range(place, e.out.width, e.in.width);
                     Wide<T> value = row[columns.begin];
                     for (std::int64_t k = columns.begin + 1; k < columns.end; ++k) {
                       value = Operation::apply(value, row[k]);
                     }
                     const std::int64_t count = (rows.end - rows.begin) * (columns.end - columns.begin);
                     out[i * e.out.width + place] = narrow<T>(finish(value, count));
                   }
                 }
               });
}

}  // namespace detail

template <class T>
void max_pool(const T* in, T* out, const WindowExtents& e) {
  using Wide = detail::Wide<T>;
  if (detail::is_two_by_two(e)) return detail::pool_two_by_two<detail::Largest>(in, out, e, T(1));
  detail::pool_rows<detail::Largest>(in, e, [&](const Wide* row, std::int64_t i, std::int64_t) {
    T* to = out + i * e.out.width;
    Wide* places = detail::row_of_outputs(to, e.out.width);
    detail::reduce_columns<detail::Largest>(row, places, e);
    detail::store(places, to, e.out.width);
  });
}

template <class T>
void avg_pool(const T* in, T* out, const WindowExtents& e, bool counts_padding) {
  using Wide = detail::Wide<T>;
  if (detail::is_two_by_two(e)) return detail::pool_two_by_two<detail::Sum>(in, out, e, T(0.25F));
  const Window& w = e.window;
  detail::pool_rows<detail::Sum>(in, e, [&](const Wide* row, std::int64_t i, std::int64_t rows) {
    T* to = out + i * e.out.width;
    Wide* places = detail::row_of_outputs(to, e.out.width);
    detail::reduce_columns<detail::Sum>(row, places, e);
    const std::int64_t height = counts_padding ? detail::covered(i % e.out.height, e.in.height, w.kernel.height,
                                                                 w.stride.height, w.padding.height, true)
                                               : rows;
    detail::divide_row(places, e, height, counts_padding);
    detail::store(places, to, e.out.width);
  });
}

template <class T>
void adaptive_max_pool(const T* in, T* out, const WindowExtents& e) {
  detail::adaptive_pool<detail::Largest>(in, out, e, [](detail::Wide<T> value, std::int64_t) { return value; });
}

template <class T>
void adaptive_avg_pool(const T* in, T* out, const WindowExtents& e) {
  using Wide = detail::Wide<T>;
  detail::adaptive_pool<detail::Sum>(in, out, e,
                                     [](Wide sum, std::int64_t count) { return sum / static_cast<Wide>(count); });
}

}  // namespace shapeproof::engine
