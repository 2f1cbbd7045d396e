// SPDX-License-Identifier: BSL-1.0
// How are elements picked by indices? The indices were checked before: first_outside says which one points nowhere.
#pragma once

#include "../element.hpp"
#include "along.hpp"
#include "elementwise.hpp"
#include "operations.hpp"
#include "strided.hpp"

namespace shapeproof::engine {

// Where the first index stands that is below 0 or not below `extent`; -1 where there is none.
template <class Index>
constexpr std::int64_t first_outside(const Index* indices, std::int64_t count, std::int64_t extent) {
  for (std::int64_t i = 0; i < count; ++i) {
    if (indices[i] < 0 || indices[i] >= extent) return i;
  }
  return -1;
}

// out[o, i, :] = in[o, indices[i], :], for elements of 1, 2, 4, 8 or 16 bytes.
template <int Bytes, class Index>
void select_words(const void* in, const Along& rows, const Index* indices, std::int64_t count, void* out);

// out[..., i, ...] = in[..., index[..., i, ...], ...]; `extents` are those of the index and the output.
template <int Bytes, class Index>
void gather_words(const void* in, const Extents& from, int axis, const Index* index, void* out, const Extents& extents);

// What scatter_add adds: source[p] to where index[p] points, for each p inside of the index.
template <class T, class Index>
struct Scatter {
  const Index* index;
  Extents index_extents;
  const T* source;
  Extents source_extents;
  int axis;
};
// Sums are added in the order of the index, by however many threads.
template <class T, class Index>
void scatter_add_elements(const Scatter<T, Index>& what, T* out, const Extents& extents);

// Calls visit(i, a, b) for element i of row-major extents, which lies at a and b by two other strides.
template <class Visit>
constexpr void walk(const Extents& extents, const Strides& first, const Strides& second, const Visit& visit) {
  const int last = extents.rank - 1;
  const std::int64_t line = extents[last];
  std::int64_t position[ShapeValue::max_rank] = {};
  std::int64_t a = 0;
  std::int64_t b = 0;
  for (std::int64_t done = 0, count = extents.count(); done < count; done += line) {
    for (std::int64_t i = 0; i < line; ++i) visit(done + i, a + i * first[last], b + i * second[last]);
    for (int axis = last - 1; axis >= 0; --axis) {
      a += first[axis];
      b += second[axis];
      if (++position[axis] < extents[axis]) break;
      a -= first[axis] * extents[axis];
      b -= second[axis] * extents[axis];
      position[axis] = 0;
    }
  }
}
constexpr Strides without(Strides strides, int axis) {
  strides[axis] = 0;
  return strides;
}

template <class T, class Index>
constexpr void select_rows(const T* in, const Along& rows, const Index* indices, std::int64_t count, T* out) {
  if (!std::is_constant_evaluated()) return select_words<sizeof(T)>(in, rows, indices, count, out);
  for (std::int64_t o = 0; o < rows.outer; ++o) {
    for (std::int64_t i = 0; i < count; ++i) {
      for (std::int64_t k = 0; k < rows.inner; ++k) {
        out[(o * count + i) * rows.inner + k] = in[(o * rows.count + indices[i]) * rows.inner + k];
      }
    }
  }
}

// Calls move(i, place of i along the other axes and of index[i] along `axis`).
template <class Index, class Move>
constexpr void gather_by(const Strides& of_input, int axis, const Index* index, const Extents& extents,
                         const Move& move) {
  const std::int64_t stride = of_input[axis];
  walk(extents, without(of_input, axis), {}, [&](std::int64_t i, std::int64_t place, std::int64_t /*none*/) {
    move(i, place + static_cast<std::int64_t>(index[i]) * stride);
  });
}
template <class T, class Index>
constexpr void gather(const T* in, const Extents& from, int axis, const Index* index, T* out, const Extents& extents) {
  if (!std::is_constant_evaluated()) return gather_words<sizeof(T)>(in, from, axis, index, out, extents);
  gather_by(row_major(from), axis, index, extents, [&](std::int64_t i, std::int64_t place) { out[i] = in[place]; });
}

template <class T, class Index>
constexpr void scatter_one_by_one(const Index* index, const T* source, const Strides& of_source, int axis, T* out,
                                  const Strides& of_output, const Extents& extents) {
  const std::int64_t stride = of_output[axis];
  walk(extents, without(of_output, axis), of_source, [&](std::int64_t i, std::int64_t place, std::int64_t from) {
    T& sum = out[place + static_cast<std::int64_t>(index[i]) * stride];
    sum = apply(Add{}, sum, source[from]);
  });
}
template <class T, class Index>
constexpr void scatter_add(const Scatter<T, Index>& what, T* out, const Extents& extents) {
  if (!std::is_constant_evaluated()) return scatter_add_elements(what, out, extents);
  scatter_one_by_one(what.index, what.source, row_major(what.source_extents), what.axis, out, row_major(extents),
                     what.index_extents);
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/index.hpp"
#endif
