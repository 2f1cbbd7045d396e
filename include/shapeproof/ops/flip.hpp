// SPDX-License-Identifier: BSL-1.0
// How are axes turned round, or rolled?
//
//   flip<0, 1>(x)    [a, b] -> [a, b]   the last row and the last column come first
//   roll<1>(x, 2)    [a, b] -> [a, b]   each row moves by 2, and what leaves it at the end comes in at the front
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/flip.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

template <int... Axes>
constexpr AxisOrder axes_of() {
  AxisOrder all;
  for (const int axis : {Axes..., 0}) {
    if (all.size < ShapeValue::max_rank) all.axes[all.size] = axis;
    ++all.size;
  }
  --all.size;
  return all;
}

template <int... Axes>
struct Flip {
  static constexpr const char* name = "flip";
  static constexpr AxisOrder axes = axes_of<Axes...>();

  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return flip_rule(from, axes, why); }

  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x) {
    if (extents.count() == 0) return;
    Part part{0, engine::row_major(extents)};
    for (int i = 0; i < axes.size; ++i) {
      const int axis = from_front(axes.axes[i], extents.rank);
      part.first += (extents[axis] - 1) * part.strides[axis];
      part.strides[axis] = -part.strides[axis];
    }
    engine::copy_strided(x.data() + part.first, to, extents, part.strides);
  }
};

template <int Axis>
struct Roll {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return roll_rule(from, Axis, why); }

  template <class... X>
  struct OutcomeOfRoll {};
  template <Operand X, Index I>
  struct OutcomeOfRoll<X, I> : OutcomeOf<ElementIn<X>, Roll, X> {};
  template <class... X>
  using Outcome = typename OutcomeOfRoll<X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x, std::int64_t shift) {
    auto result = uninitialized<Result>(settle(Roll{}, x));
    const Extents extents = x.extents();
    const int axis = from_front(Axis, extents.rank);
    if (extents.count() == 0) return result;
    const std::int64_t inner = extents.count(axis + 1, extents.rank);
    const std::int64_t outer = extents.count(0, axis);
    const std::int64_t block = extents[axis] * inner;
    const std::int64_t moved = (shift % extents[axis] + extents[axis]) % extents[axis] * inner;
    move_block(x.data(), fresh(result) + moved, outer, block, block - moved);
    move_block(x.data() + (block - moved), fresh(result), outer, block, moved);
    return result;
  }

 private:
  template <class T>
  static constexpr void move_block(const T* from, T* to, std::int64_t outer, std::int64_t block, std::int64_t count) {
    engine::Moves moves;
    moves.add({outer, block, block});
    moves.add({count, 1, 1});
    engine::move_elements(from, to, moves);
  }
};

}  // namespace detail

// flip<Axes...>(x): the axes that are named are turned round.
template <int... Axes>
inline constexpr detail::Function<detail::Moving<detail::Flip<Axes...>>> flip;
// flip_into<Axes...>(out, x): the same, written into a tensor that has the result's shape.
template <int... Axes>
inline constexpr detail::Function<detail::MovingInto<detail::Flip<Axes...>>> flip_into;

// roll<Axis>(x, shift): element i goes to i + shift, around the end; a negative shift goes the other way.
template <int Axis>
inline constexpr detail::Function<detail::Roll<Axis>> roll;

}  // namespace shapeproof
