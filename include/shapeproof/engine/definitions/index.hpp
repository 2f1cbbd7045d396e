// SPDX-License-Identifier: BSL-1.0
// The kernels behind index.hpp.
#pragma once

#include <cstring>

#include "../index.hpp"
#include "words.hpp"

namespace shapeproof::engine {
namespace detail {

inline constexpr std::int64_t index_grain = 32768;

constexpr std::int64_t grain_of(std::int64_t elements_each) {
  return elements_each >= index_grain ? 1 : index_grain / (elements_each > 0 ? elements_each : 1);
}

// Where block `number` of the axes before `axis` begins.
inline std::int64_t block_begin(std::int64_t number, const Extents& extents, const Strides& strides, int axis) {
  std::int64_t place = 0;
  for (int k = axis - 1; k >= 0; --k) {
    place += number % extents[k] * strides[k];
    number /= extents[k];
  }
  return place;
}

// One of the blocks before `axis`.
inline Extents block_of(Extents extents, int axis) {
  for (int k = 0; k < axis; ++k) extents[k] = 1;
  return extents;
}

}  // namespace detail

template <int Bytes, class Index>
void select_words(const void* in, const Along& rows, const Index* indices, std::int64_t count, void* out) {
  using T = typename detail::Word<Bytes>::type;
  const auto* from = static_cast<const char*>(in);
  auto* to = static_cast<char*>(out);
  const std::int64_t size = rows.inner * Bytes;
  if (size == 0) return;
  parallel_for(rows.outer * count, detail::grain_of(rows.inner), [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t row = i / count * rows.count + static_cast<std::int64_t>(indices[i % count]);
      if (rows.inner == 1) *reinterpret_cast<T*>(to + i * size) = *reinterpret_cast<const T*>(from + row * size);
      else std::memcpy(to + i * size, from + row * size, static_cast<std::size_t>(size));
    }
  });
}

template <int Bytes, class Index>
void gather_words(const void* in, const Extents& from, int axis, const Index* index, void* out,
                  const Extents& extents) {
  using T = typename detail::Word<Bytes>::type;
  if (extents.count() == 0) return;
  const std::int64_t size = extents.count(axis, extents.rank);
  const Strides strides = row_major(from);
  const Extents block = detail::block_of(extents, axis);
  parallel_for(extents.count(0, axis), detail::grain_of(size), [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const T* read = static_cast<const T*>(in) + detail::block_begin(i, extents, strides, axis);
      T* write = static_cast<T*>(out) + i * size;
      gather_by(strides, axis, index + i * size, block,
                [&](std::int64_t to, std::int64_t place) { write[to] = read[place]; });
    }
  });
}

// Blocks before the axis never meet; within one, everything is added in order.
template <class T, class Index>
void scatter_add_elements(const Scatter<T, Index>& what, T* out, const Extents& extents) {
  const Extents& index = what.index_extents;
  if (index.count() == 0) return;
  const std::int64_t size = index.count(what.axis, index.rank);
  const Strides to = row_major(extents);
  const Strides from = row_major(what.source_extents);
  const Extents block = detail::block_of(index, what.axis);
  parallel_for(index.count(0, what.axis), detail::grain_of(size), [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      scatter_one_by_one(what.index + i * size, what.source + detail::block_begin(i, index, from, what.axis), from,
                         what.axis, out + detail::block_begin(i, index, to, what.axis), to, block);
    }
  });
}

}  // namespace shapeproof::engine
