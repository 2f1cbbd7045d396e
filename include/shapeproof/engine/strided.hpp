// SPDX-License-Identifier: BSL-1.0
// How are elements moved? At every index, out[index * to] = in[index * from]: one stride for each axis on either side. A stride
// of 0 repeats, a negative one goes backwards. Permuting, broadcasting, slicing, joining and padding are all this.
#pragma once

#include "../rules/permute.hpp"
#include "../storage.hpp"
#include "config.hpp"
#include "parallel.hpp"

namespace shapeproof::engine {

// How many elements apart neighbours along each axis are.
struct Strides {
  std::int64_t numbers[ShapeValue::max_rank] = {};
  [[nodiscard]] constexpr std::int64_t operator[](int axis) const { return numbers[axis]; }
  [[nodiscard]] constexpr std::int64_t& operator[](int axis) { return numbers[axis]; }
};

constexpr Strides row_major(const Extents& extents) {
  Strides strides;
  std::int64_t stride = 1;
  for (int axis = extents.rank - 1; axis >= 0; --axis) {
    strides[axis] = stride;
    // Too large only where some extent is 0, and then nothing is read.
    if (__builtin_mul_overflow(stride, extents[axis], &stride)) stride = 0;
  }
  return strides;
}

// One axis of what is moved.
struct MovedAxis {
  std::int64_t extent = 1;
  std::int64_t from = 0;
  std::int64_t to = 0;
};

// What is moved. The axes stand in the order in which the output is written. There may be more than a tensor has, because
// an axis that is repeated counts twice.
struct Moves {
  static constexpr int max_rank = 2 * ShapeValue::max_rank;
  int rank = 0;
  MovedAxis axes[max_rank] = {};

  constexpr Moves() = default;
  // Into row-major elements of these extents.
  constexpr Moves(const Extents& extents, const Strides& from) : Moves(extents, from, row_major(extents)) {}
  constexpr Moves(const Extents& extents, const Strides& from, const Strides& to) {
    for (int axis = 0; axis < extents.rank; ++axis) add({extents[axis], from[axis], to[axis]});
  }
  constexpr void add(const MovedAxis& axis) { axes[rank++] = axis; }
  [[nodiscard]] constexpr std::int64_t count() const {
    std::int64_t product = 1;
    for (int axis = 0; axis < rank; ++axis) {
      if (axes[axis].extent == 0) return 0;
    }
    for (int axis = 0; axis < rank; ++axis) product *= axes[axis].extent;
    return product;
  }
};

// Elements of 1, 2, 4, 8 or 16 bytes, whatever they mean. What is read must not be written too.
template <int Bytes>
void move_words(const void* in, void* out, const Moves& moves);

// The same, one by one, for constant expressions.
template <class T>
constexpr void move_one_by_one(const T* in, T* out, const Moves& moves) {
  std::int64_t position[Moves::max_rank] = {};
  std::int64_t from = 0;
  std::int64_t to = 0;
  for (std::int64_t left = moves.count(); left > 0; --left) {
    out[to] = in[from];
    for (int axis = moves.rank - 1; axis >= 0; --axis) {
      from += moves.axes[axis].from;
      to += moves.axes[axis].to;
      if (++position[axis] < moves.axes[axis].extent) break;
      from -= moves.axes[axis].from * moves.axes[axis].extent;
      to -= moves.axes[axis].to * moves.axes[axis].extent;
      position[axis] = 0;
    }
  }
}

template <class T>
constexpr void move_elements(const T* in, T* out, const Moves& moves) {
  if (std::is_constant_evaluated()) move_one_by_one(in, out, moves);
  else move_words<sizeof(T)>(in, out, moves);
}

// `extents` are the output's, which is row-major.
template <class T>
constexpr void copy_strided(const T* in, T* out, const Extents& extents, const Strides& strides) {
  move_elements(in, out, Moves(extents, strides));
}

// Axis i of the output is axis order[i] of the input.
template <class T>
constexpr void permute(const T* in, const Extents& from, T* out, const Extents& extents, const AxisOrder& order) {
  const Strides of_input = row_major(from);
  Strides strides;
  for (int axis = 0; axis < extents.rank; ++axis) {
    strides[axis] = of_input[shapeproof::detail::from_front(order.axes[axis], from.rank)];
  }
  copy_strided(in, out, extents, strides);
}

// Axes are matched from the last one on; those of another extent, and those that are not there, are repeated.
template <class T>
constexpr void broadcast(const T* in, const Extents& from, T* out, const Extents& extents) {
  const Strides of_input = row_major(from);
  Strides strides;
  const int added = extents.rank - from.rank;
  for (int axis = 0; axis < from.rank; ++axis) {
    strides[added + axis] = from[axis] == extents[added + axis] ? of_input[axis] : 0;
  }
  copy_strided(in, out, extents, strides);
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/strided.hpp"
#endif
