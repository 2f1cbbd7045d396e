// SPDX-License-Identifier: BSL-1.0
// How is a tensor, or each place of an axis, repeated?
//
//   tile<2, 3>(x)                 [a, b] -> [2 * a, 3 * b]   x beside x beside x, twice
//   repeat_interleave<1, 3>(x)    [a, b] -> [a, 3 * b]       each column three times
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/tile.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

template <int... Numbers>
struct Tile {
  static constexpr const char* name = "tile";
  static constexpr Repeats repeats = [] {
    Repeats all;
    for (const int number : {Numbers..., 0}) {
      if (all.count < ShapeValue::max_rank) all.numbers[all.count] = number;
      ++all.count;
    }
    --all.count;
    return all;
  }();

  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return tile_rule(from, repeats, why); }

  // Each axis is two: how often, and how long.
  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x) {
    const Extents from = x.extents();
    const engine::Strides reading = engine::row_major(from);
    const engine::Strides writing = engine::row_major(extents);
    const int added = extents.rank - from.rank;
    engine::Moves moves;
    for (int axis = 0; axis < extents.rank; ++axis) {
      const std::int64_t extent = axis < added ? 1 : from[axis - added];
      moves.add({extent == 0 ? 0 : extents[axis] / extent, 0, extent * writing[axis]});
      moves.add({extent, axis < added ? 0 : reading[axis - added], writing[axis]});
    }
    engine::move_elements(x.data(), to, moves);
  }
};

template <int Axis, int Count>
struct RepeatInterleave {
  static constexpr const char* name = "repeat_interleave";

  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return repeat_interleave_rule(from, Axis, Count, why);
  }

  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x) {
    if (extents.count() == 0) return;
    const int axis = from_front(Axis, extents.rank);
    const std::int64_t inner = extents.count(axis + 1, extents.rank);
    engine::Moves moves;
    moves.add({x.extents().count(0, axis + 1), inner, Count * inner});
    moves.add({Count, 0, inner});
    moves.add({inner, 1, 1});
    engine::move_elements(x.data(), to, moves);
  }
};

}  // namespace detail

// tile<Repeats...>(x): x as often along each axis; the last number is for the last axis, and more numbers than axes add axes in
// front.
template <int... Repeats>
inline constexpr detail::Function<detail::Moving<detail::Tile<Repeats...>>> tile;
// tile_into<Repeats...>(out, x): the same, written into a tensor that has the result's shape.
template <int... Repeats>
inline constexpr detail::Function<detail::MovingInto<detail::Tile<Repeats...>>> tile_into;

// repeat_interleave<Axis, Count>(x): each place of the axis Count times, one after the other.
template <int Axis, int Count>
inline constexpr detail::Function<detail::Moving<detail::RepeatInterleave<Axis, Count>>> repeat_interleave;
// repeat_interleave_into<Axis, Count>(out, x): the same, written into a tensor that has the result's shape.
template <int Axis, int Count>
inline constexpr detail::Function<detail::MovingInto<detail::RepeatInterleave<Axis, Count>>> repeat_interleave_into;

}  // namespace shapeproof
