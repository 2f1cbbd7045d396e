// SPDX-License-Identifier: BSL-1.0
// Resizing, a row of outputs at a time. Positions are fractions of integers until the last step, so that none is off by one.
#pragma once

#include <algorithm>
#include <type_traits>

#include "../../half.hpp"
#include "../parallel.hpp"
#include "../resize.hpp"
#include "eigen.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

inline std::int64_t nearest_position(std::int64_t place, const ResizeStep& step, std::int64_t extent) {
  return std::min(place * step.numerator / step.denominator, extent - 1);
}

// Between two neighbours, `share` of the second one.
template <class Real>
struct Between {
  std::int64_t first;
  std::int64_t second;
  Real share;
};

template <class Real>
Between<Real> position_between(std::int64_t place, const ResizeStep& step, std::int64_t extent, bool aligns_corners) {
  const std::int64_t below = aligns_corners ? step.denominator : 2 * step.denominator;
  const std::int64_t above = aligns_corners
                                 ? place * step.numerator
                                 : std::max<std::int64_t>((2 * place + 1) * step.numerator - step.denominator, 0);
  const std::int64_t first = std::min(above / below, extent - 1);
  return {first, std::min(first + 1, extent - 1),
          static_cast<Real>(static_cast<double>(above % below) / static_cast<double>(below))};
}

}  // namespace detail

template <class T>
void resize_nearest(const T* in, T* out, const Resize& r) {
  const std::int64_t grain =
      std::max<std::int64_t>((std::int64_t{1} << 15) / std::max<std::int64_t>(r.out.width, 1), 1);
  parallel_for(r.planes * r.out.height, grain, [&](std::int64_t begin, std::int64_t end) {
    // Once for all rows: a position costs a division.
    auto* columns = detail::scratch<std::int64_t>(r.out.width);
    for (std::int64_t i = 0; i < r.out.width; ++i) columns[i] = detail::nearest_position(i, r.width, r.in.width);
    const T* last = nullptr;
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t row = detail::nearest_position(i % r.out.height, r.height, r.in.height);
      const T* from = in + (i / r.out.height * r.in.height + row) * r.in.width;
      T* to = out + i * r.out.width;
      if (from == last) {
        std::copy_n(to - r.out.width, r.out.width, to);
      } else {
        for (std::int64_t k = 0; k < r.out.width; ++k) to[k] = from[columns[k]];
      }
      last = from;
    }
  });
}

template <class T>
void resize_bilinear(const T* in, T* out, const Resize& r, bool aligns_corners) {
  using Real = std::conditional_t<std::is_same_v<T, half>, float, T>;
  using Between = detail::Between<Real>;
  const std::int64_t grain =
      std::max<std::int64_t>((std::int64_t{1} << 14) / std::max<std::int64_t>(r.out.width + r.in.width, 1), 1);
  parallel_for(r.planes * r.out.height, grain, [&](std::int64_t begin, std::int64_t end) {
    // Once for all rows: a position costs divisions.
    Between* columns = detail::scratch<Between>(r.out.width);
    Real* blended = detail::scratch<Real, 2>(r.in.width);
    for (std::int64_t i = 0; i < r.out.width; ++i) {
      columns[i] = detail::position_between<Real>(i, r.width, r.in.width, aligns_corners);
    }
    for (std::int64_t i = begin; i < end; ++i) {
      const Between rows = detail::position_between<Real>(i % r.out.height, r.height, r.in.height, aligns_corners);
      const T* plane = in + i / r.out.height * r.in.count();
      const T* upper = plane + rows.first * r.in.width;
      const T* lower = plane + rows.second * r.in.width;
      for (std::int64_t k = 0; k < r.in.width; ++k) {
        blended[k] = (1 - rows.share) * static_cast<Real>(upper[k]) + rows.share * static_cast<Real>(lower[k]);
      }
      T* to = out + i * r.out.width;
      for (std::int64_t k = 0; k < r.out.width; ++k) {
        const Between& at = columns[k];
        to[k] = T((1 - at.share) * blended[at.first] + at.share * blended[at.second]);
      }
    }
  });
}

}  // namespace shapeproof::engine
