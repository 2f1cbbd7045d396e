// SPDX-License-Identifier: BSL-1.0
// How are axes of a tensor folded into one value each? Neighbouring axes of a kind are merged; what is left is folded one run
// of axes at a time.
//
// Sums of half and float are kept as double, over blocks that are summed in float. The order of all of it is fixed by extents
// alone, so that the number of threads changes no bit of a result.
#pragma once

#include "../storage.hpp"
#include "config.hpp"
#include "reduce_operations.hpp"
#include "strided.hpp"

namespace shapeproof::engine {

// A shape's axes, neighbours of a kind merged, axes of extent 1 left out: reduced and kept ones take turns.
struct Runs {
  int size = 0;
  std::int64_t extents[ShapeValue::max_rank] = {};
  std::int64_t strides[ShapeValue::max_rank] = {};
  bool reduced[ShapeValue::max_rank] = {};
  std::int64_t kept_count = 1;
  std::int64_t reduced_count = 1;

  // Where the nth element lies when only the kept, or the reduced, runs are counted through.
  [[nodiscard]] constexpr std::int64_t place(bool of_reduced, std::int64_t nth) const {
    std::int64_t offset = 0;
    for (int i = size - 1; i >= 0; --i) {
      if (reduced[i] != of_reduced) continue;
      // The first run of its kind takes what is left: no division for the usual one or two runs.
      if (i < 2) return offset + nth * strides[i];
      offset += nth % extents[i] * strides[i];
      nth /= extents[i];
    }
    return offset;
  }
};

constexpr Runs runs_of(const Extents& from, unsigned reduced) {
  Runs runs;
  bool is_empty = false;
  for (int axis = 0; axis < from.rank; ++axis) {
    std::int64_t& count = detail::has_axis(reduced, axis) ? runs.reduced_count : runs.kept_count;
    if (from[axis] == 0) count = 0;
    is_empty = is_empty || from[axis] == 0;
  }
  const Strides strides = row_major(from);
  for (int axis = 0; axis < from.rank; ++axis) {
    const bool is_reduced = detail::has_axis(reduced, axis);
    std::int64_t& count = is_reduced ? runs.reduced_count : runs.kept_count;
    count *= from[axis];
    // Where there is no element, there is nothing to go through either, and extents may be too large to multiply.
    if (from[axis] == 1 || is_empty) continue;
    if (runs.size == 0 || runs.reduced[runs.size - 1] != is_reduced) {
      runs.reduced[runs.size] = is_reduced;
      runs.extents[runs.size++] = 1;
    }
    runs.extents[runs.size - 1] *= from[axis];
    runs.strides[runs.size - 1] = strides[axis];
  }
  return runs;
}

// Element by element: in constant expressions, and where there are few elements.
template <class Operation, class T>
constexpr void reduce_plainly(const Operation& operation, const T* in, const Runs& runs,
                              typename Operation::template Result<T>* out) {
  for (std::int64_t kept = 0; kept < runs.kept_count; ++kept) {
    const T* first = in + runs.place(false, kept);
    auto found = operation.template initial<T>();
    for (std::int64_t i = 0; i < runs.reduced_count; ++i) {
      found = operation.combine(found, operation.load(first[runs.place(true, i)], i));
    }
    out[kept] = operation.template finish<T>(found, runs.reduced_count);
  }
}

// The same for any number of elements.
template <class Operation, class T>
void reduce_kernel(const Operation& operation, const T* in, const Runs& runs,
                   typename Operation::template Result<T>* out);

// Operations that are computed with what a constant expression has.
template <class Operation, class T>
concept PlainReduction = requires { typename Operation::template Accumulator<T>; };

// `reduced` has a bit for each axis of `from` that is reduced; `out` holds one element for each position of the others.
template <class Operation, class T>
constexpr void reduce(const Operation& operation, const T* in, const Extents& from, unsigned reduced,
                      typename Operation::template Result<T>* out) {
  constexpr std::int64_t few = 64;
  const Runs runs = runs_of(from, reduced);
  if constexpr (PlainReduction<Operation, T>) {
    if (std::is_constant_evaluated() || runs.reduced_count <= few / (runs.kept_count > 0 ? runs.kept_count : 1)) {
      return reduce_plainly(operation, in, runs, out);
    }
  }
  reduce_kernel(operation, in, runs, out);
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/reduce.hpp"
#endif
