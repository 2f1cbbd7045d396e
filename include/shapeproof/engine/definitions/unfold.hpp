// SPDX-License-Identifier: BSL-1.0
// im2col and col2im, a plane at a time.
#pragma once

#include <type_traits>

#include "../../half.hpp"
#include "../parallel.hpp"
#include "../unfold.hpp"
#include "columns.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

template <class Work>
void for_each_plane(const WindowExtents& e, const Work& work) {
  const std::int64_t elements = std::max<std::int64_t>(e.out.count() * e.window.kernel.count(), 1);
  const std::int64_t grain = std::max<std::int64_t>((std::int64_t{1} << 15) / elements, 1);
  parallel_for(e.planes, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t plane = begin; plane < end; ++plane) {
      work(plane * e.in.count(), plane * e.out.count() * e.window.kernel.count());
    }
  });
}

}  // namespace detail

template <class T>
void unfold(const T* in, T* columns, const WindowExtents& e) {
  detail::for_each_plane(e, [&](std::int64_t plane, std::int64_t column) {
    detail::gather_columns(in + plane, columns + column, e.out.count(), e.in, e.out, e.window, 0, e.out.count());
  });
}

template <class T>
void fold(const T* columns, T* out, const WindowExtents& e) {
  using Sum = std::conditional_t<std::is_same_v<T, half>, float, T>;
  detail::for_each_plane(e, [&](std::int64_t plane, std::int64_t column) {
    Sum* sums = nullptr;
    if constexpr (std::is_same_v<T, half>) sums = detail::scratch<float>(e.in.count());
    else sums = out + plane;
    std::fill_n(sums, e.in.count(), Sum{});
    detail::scatter_columns(columns + column, e.out.count(), sums, e.in, e.out, e.window, 0, e.out.count());
    if constexpr (std::is_same_v<T, half>) std::copy_n(sums, e.in.count(), out + plane);
  });
}

}  // namespace shapeproof::engine
