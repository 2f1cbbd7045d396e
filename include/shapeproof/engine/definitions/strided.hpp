// SPDX-License-Identifier: BSL-1.0
// The kernels behind strided.hpp: axes that stay together are one axis, runs are copied as blocks, what changes places is
// transposed in tiles, and large work is shared between threads.
#pragma once

#include <cstring>

#include "../strided.hpp"
#include "transpose.hpp"
#include "words.hpp"

namespace shapeproof::engine {
namespace detail {

// Without axes of extent 1, and with neighbours as one axis that are one on both sides. The count must not be 0.
inline Moves simplified(const Moves& moves) {
  Moves result;
  for (int i = 0; i < moves.rank; ++i) {
    const MovedAxis& axis = moves.axes[i];
    if (axis.extent == 1) continue;
    MovedAxis* last = result.rank > 0 ? &result.axes[result.rank - 1] : nullptr;
    if (last != nullptr && last->from == axis.from * axis.extent && last->to == axis.to * axis.extent) {
      *last = {last->extent * axis.extent, axis.from, axis.to};
    } else {
      result.add(axis);
    }
  }
  if (result.rank == 0) result.add({1, 1, 1});
  return result;
}

// Whether all of the last axis is one larger word, of twice the size or more.
inline bool is_wider(const Moves& moves, int bytes) {
  const MovedAxis& last = moves.axes[moves.rank - 1];
  if (moves.rank < 2 || last.from != 1 || last.to != 1 || last.extent % 2 != 0 || last.extent * bytes > 16)
    return false;
  for (int i = 0; i < moves.rank - 1; ++i) {
    if (moves.axes[i].from % 2 != 0 || moves.axes[i].to % 2 != 0) return false;
  }
  return true;
}
inline Moves widened(Moves moves) {
  for (int i = 0; i < moves.rank - 1; ++i) {
    moves.axes[i].from /= 2;
    moves.axes[i].to /= 2;
  }
  moves.axes[moves.rank - 1].extent /= 2;
  return moves;
}

// Where an index into the first axes of `moves` lies on both sides, in words.
class Odometer {
 public:
  Odometer(const Moves& moves, int rank, std::int64_t index) : moves_(moves), rank_(rank) {
    for (int i = rank - 1; i >= 0; --i) {
      position_[i] = index % moves.axes[i].extent;
      index /= moves.axes[i].extent;
      from_ += position_[i] * moves.axes[i].from;
      to_ += position_[i] * moves.axes[i].to;
    }
  }
  void advance() {
    for (int i = rank_ - 1; i >= 0; --i) {
      from_ += moves_.axes[i].from;
      to_ += moves_.axes[i].to;
      if (++position_[i] < moves_.axes[i].extent) return;
      from_ -= moves_.axes[i].from * moves_.axes[i].extent;
      to_ -= moves_.axes[i].to * moves_.axes[i].extent;
      position_[i] = 0;
    }
  }
  [[nodiscard]] std::int64_t from() const { return from_; }
  [[nodiscard]] std::int64_t to() const { return to_; }

 private:
  const Moves& moves_;
  int rank_;
  std::int64_t from_ = 0;
  std::int64_t to_ = 0;
  std::int64_t position_[Moves::max_rank] = {};
};

// One axis. The common strides are numbers here, so that compilers see them.
template <int Bytes>
void move_line(const void* in, void* out, const MovedAxis& axis) {
  using T = typename Word<Bytes>::type;
  const T* __restrict from = static_cast<const T*>(in);
  T* __restrict to = static_cast<T*>(out);
  const std::int64_t count = axis.extent;
  if (axis.to != 1) {
    for (std::int64_t i = 0; i < count; ++i) to[i * axis.to] = from[i * axis.from];
  } else if (axis.from == 1 && count * Bytes >= line_bytes) {
    std::memcpy(out, in, static_cast<std::size_t>(count) * Bytes);
  } else if (axis.from == 1) {
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[i];
  } else if (axis.from == 0) {
    const T value = *from;
    for (std::int64_t i = 0; i < count; ++i) to[i] = value;
  } else if (axis.from == -1) {
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[-i];
  } else {
    for (std::int64_t i = 0; i < count; ++i) to[i] = from[i * axis.from];
  }
}

inline constexpr std::int64_t move_grain = 32768;

template <int Bytes>
void move_lines(const char* in, char* out, const Moves& moves) {
  const int outer = moves.rank - 1;
  const MovedAxis& line = moves.axes[outer];
  if (outer == 0) {
    return parallel_for(line.extent, move_grain, [&](std::int64_t begin, std::int64_t end) {
      move_line<Bytes>(in + begin * line.from * Bytes, out + begin * line.to * Bytes,
                       {end - begin, line.from, line.to});
    });
  }
  const std::int64_t grain = move_grain / line.extent;
  parallel_for(moves.count() / line.extent, grain > 1 ? grain : 1, [&](std::int64_t begin, std::int64_t end) {
    Odometer place(moves, outer, begin);
    for (; begin < end; ++begin, place.advance()) {
      move_line<Bytes>(in + place.from() * Bytes, out + place.to() * Bytes, line);
    }
  });
}

// Which axis changes places with the last one, so that both sides are read and written along lines; -1 where none does.
inline int transposed_axis(const Moves& moves) {
  const MovedAxis& last = moves.axes[moves.rank - 1];
  if (last.to != 1 || last.from == 1 || last.from == 0) return -1;
  for (int i = moves.rank - 2; i >= 0; --i) {
    if (moves.axes[i].from == 1) return i;
  }
  return -1;
}

// The columns of the matrix are cut into pieces, so that there is enough to share.
template <int Bytes>
void move_matrices(const char* in, char* out, const Moves& moves, int axis) {
  const MovedAxis& row = moves.axes[moves.rank - 1];
  const MovedAxis& column = moves.axes[axis];
  Moves outer;
  for (int i = 0; i < moves.rank - 1; ++i) {
    if (i != axis) outer.add(moves.axes[i]);
  }
  const std::int64_t lines = 1 + move_grain / 8 / row.extent / (line_bytes / Bytes);
  const std::int64_t width = lines * (line_bytes / Bytes);
  const std::int64_t pieces = (column.extent + width - 1) / width;
  const std::int64_t grain = move_grain / (width * row.extent);
  parallel_for(outer.count() * pieces, grain > 1 ? grain : 1, [&](std::int64_t begin, std::int64_t end) {
    Odometer place(outer, outer.rank, begin / pieces);
    for (; begin < end; ++begin) {
      const std::int64_t first = begin % pieces * width;
      const std::int64_t columns = column.extent - first < width ? column.extent - first : width;
      transpose<Bytes>(in + (place.from() + first) * Bytes, out + (place.to() + first * column.to) * Bytes,
                       {row.extent, columns, row.from, column.to});
      if (begin % pieces == pieces - 1) place.advance();
    }
  });
}

}  // namespace detail

template <int Bytes>
void move_words(const void* in, void* out, const Moves& moves) {
  if (moves.count() == 0) return;
  const Moves simple = detail::simplified(moves);
  if constexpr (Bytes < 16) {
    if (detail::is_wider(simple, Bytes)) return move_words<2 * Bytes>(in, out, detail::widened(simple));
  }
  const auto* from = static_cast<const char*>(in);
  auto* to = static_cast<char*>(out);
  const int axis = detail::transposed_axis(simple);
  if (axis < 0) detail::move_lines<Bytes>(from, to, simple);
  else detail::move_matrices<Bytes>(from, to, simple, axis);
}

}  // namespace shapeproof::engine
