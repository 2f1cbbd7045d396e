// SPDX-License-Identifier: BSL-1.0
// How are elements copied in another order? For each position of the output in row-major order, the input's position
// moves by one stride per axis; a stride of 0 repeats. Permuting and broadcasting are both this.
#pragma once

#include "../rules/permute.hpp"
#include "../storage.hpp"

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

// Advances `position`, a count for each axis but the last, and returns by how much the input moves.
constexpr std::int64_t advance(Extents& position, const Extents& extents, const Strides& strides) {
  std::int64_t moved = 0;
  for (int axis = extents.rank - 2; axis >= 0; --axis) {
    moved += strides[axis];
    if (++position[axis] < extents[axis]) return moved;
    moved -= strides[axis] * extents[axis];
    position[axis] = 0;
  }
  return moved;
}

// `extents` are the output's.
template <class T>
constexpr void copy_strided(const T* in, T* out, const Extents& extents, const Strides& strides) {
  const std::int64_t count = extents.count();
  if (extents.rank == 0 || count == 0) {
    if (count == 1) *out = *in;
    return;
  }
  const std::int64_t inner = extents[extents.rank - 1];
  const std::int64_t stride = strides[extents.rank - 1];
  Extents position;
  const T* from = in;
  for (std::int64_t done = 0; done < count; done += inner) {
    for (std::int64_t i = 0; i < inner; ++i) out[done + i] = from[i * stride];
    from += done + inner < count ? advance(position, extents, strides) : 0;
  }
}

// Axis i of the output is axis order[i] of the input.
template <class T>
constexpr void permute(const T* in, const Extents& from, T* out, const Extents& extents, const AxisOrder& order) {
  const Strides of_input = row_major(from);
  Strides strides;
  for (int axis = 0; axis < extents.rank; ++axis)
    strides[axis] = of_input[shapeproof::detail::from_front(order.axes[axis], from.rank)];
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
