// SPDX-License-Identifier: BSL-1.0
// How do elements move when axes are taken apart, put in another order, repeated and put together? As few axes as say the
// same are moved: neighbours that stay neighbours are one. Where that leaves one axis, nothing moves at all.
#pragma once

#include "strided.hpp"

namespace shapeproof::engine {

// For each axis of the output how long it is and how far the input moves along it; 0 repeats. None has extent 1.
struct Rearrangement {
  Extents extents{};
  Strides strides{};

  // Whether elements stay where they are.
  [[nodiscard]] constexpr bool is_nothing() const {
    return extents.rank == 0 || (extents.rank == 1 && strides[0] == 1);
  }
};

// Axis i of the output is axis sources[i] of the input, or a new one where that is -1.
constexpr Rearrangement rearrangement_of(const Extents& from, const Extents& to, const int* sources) {
  const Strides of_input = row_major(from);
  Rearrangement moves;
  int& rank = moves.extents.rank;
  if (to.count() == 0) {
    // Nothing is there to move, and extents may be too large to multiply.
    rank = 1;
    moves.strides[0] = 1;
    return moves;
  }
  for (int axis = 0; axis < to.rank; ++axis) {
    if (to[axis] == 1) continue;
    const std::int64_t stride = sources[axis] < 0 ? 0 : of_input[sources[axis]];
    if (rank > 0 && moves.strides[rank - 1] == stride * to[axis]) {
      moves.extents[rank - 1] *= to[axis];
    } else {
      moves.extents[rank++] = to[axis];
    }
    moves.strides[rank - 1] = stride;
  }
  return moves;
}

}  // namespace shapeproof::engine
