// SPDX-License-Identifier: BSL-1.0
// Windows of two, side by side: the commonest pooling, in one pass. Compilers do not make vectors of it themselves where NaN
// is asked for.
#pragma once

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "../../half.hpp"
#include "../parallel.hpp"
#include "../window.hpp"

namespace shapeproof::engine::detail {

// So many elements are worth a thread.
inline constexpr std::int64_t parallel_elements = std::int64_t{1} << 15;

// What is computed with: half as float.
template <class T>
using Wide = std::conditional_t<std::is_same_v<T, half>, float, T>;

// Neighbours of two vectors become one vector.
template <class Operation, class T>
struct Pairs {
  using Vector __attribute__((vector_size(16))) = T;
  static constexpr std::int64_t lanes = 16 / sizeof(T);

  static Vector load(const T* from) {
    Vector vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
  }
  static Vector reduce(const Vector& left, const Vector& right) {
    if constexpr (lanes == 4) {
      return Operation::template apply<Vector>(__builtin_shufflevector(left, right, 0, 2, 4, 6),
                                               __builtin_shufflevector(left, right, 1, 3, 5, 7));
    } else {
      return Operation::template apply<Vector>(__builtin_shufflevector(left, right, 0, 2),
                                               __builtin_shufflevector(left, right, 1, 3));
    }
  }
};

template <class Operation, class T>
void reduce_pairs(const T* row, T* out, std::int64_t count) {
  std::int64_t i = 0;
  if constexpr (std::is_floating_point_v<T>) {
    using Pairs = detail::Pairs<Operation, T>;
    for (; i + Pairs::lanes <= count; i += Pairs::lanes) {
      const auto all = Pairs::reduce(Pairs::load(row + 2 * i), Pairs::load(row + 2 * i + Pairs::lanes));
      std::memcpy(out + i, &all, sizeof all);
    }
  }
  for (; i < count; ++i) out[i] = Operation::apply(row[2 * i], row[2 * i + 1]);
}

// Two rows at once; `factor` makes averages of sums.
template <class Operation, class T>
void reduce_squares(const T* upper, const T* lower, T* out, std::int64_t count, T factor) {
  std::int64_t i = 0;
  if constexpr (std::is_floating_point_v<T>) {
    using Pairs = detail::Pairs<Operation, T>;
    using Vector = typename Pairs::Vector;
    for (; i + Pairs::lanes <= count; i += Pairs::lanes) {
      const T* a = upper + 2 * i;
      const T* b = lower + 2 * i;
      const Vector left = Operation::template apply<Vector>(Pairs::load(a), Pairs::load(b));
      const Vector right =
          Operation::template apply<Vector>(Pairs::load(a + Pairs::lanes), Pairs::load(b + Pairs::lanes));
      const Vector all = Pairs::reduce(left, right) * factor;
      std::memcpy(out + i, &all, sizeof all);
    }
  }
  for (; i < count; ++i) {
    const auto at = [&](const T* row, std::int64_t k) { return static_cast<Wide<T>>(row[2 * i + k]); };
    const Wide<T> left = Operation::apply(at(upper, 0), at(lower, 0));
    const Wide<T> right = Operation::apply(at(upper, 1), at(lower, 1));
    out[i] = static_cast<T>(Operation::apply(left, right) * static_cast<Wide<T>>(factor));
  }
}

inline bool is_two_by_two(const WindowExtents& e) {
  const auto is = [](const Plane& plane, std::int64_t number) {
    return plane.height == number && plane.width == number;
  };
  const Window& w = e.window;
  return is(w.kernel, 2) && is(w.stride, 2) && is(w.padding, 0) && is(w.dilation, 1) &&
         2 * e.out.height <= e.in.height && 2 * e.out.width <= e.in.width;
}

template <class Operation, class T>
void pool_two_by_two(const T* in, T* out, const WindowExtents& e, T factor) {
  const std::int64_t grain = std::max<std::int64_t>(parallel_elements / std::max<std::int64_t>(2 * e.in.width, 1), 1);
  parallel_for(e.planes * e.out.height, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const T* upper = in + (i / e.out.height * e.in.height + i % e.out.height * 2) * e.in.width;
      reduce_squares<Operation>(upper, upper + e.in.width, out + i * e.out.width, e.out.width, factor);
    }
  });
}

}  // namespace shapeproof::engine::detail
