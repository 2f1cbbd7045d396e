// SPDX-License-Identifier: BSL-1.0
// How do all axes of a reduction get folded? One run of reduced axes at a time, the last one first: [outer, reduced, inner]
// is cut into units of a fixed size that threads share, and units that belong together are folded in their order.
#pragma once

#include "../parallel.hpp"
#include "../reduce.hpp"
#include "reduce_kernels.hpp"
#include "reduce_moments.hpp"
#include "reduce_places.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

// Elements that one thread takes at least.
inline constexpr std::int64_t elements_at_once = 32768;
// A reduction is cut into that many units where its result has fewer elements.
inline constexpr std::int64_t most_units = 64;

// [outer, reduced, inner] -> [outer, inner], and how it is cut.
struct Fold {
  std::int64_t outer;
  std::int64_t reduced;
  std::int64_t inner;

  [[nodiscard]] std::int64_t columns() const { return inner < most_columns ? inner : most_columns; }
  [[nodiscard]] std::int64_t blocks() const { return (inner + most_columns - 1) / most_columns; }
  // How many rows of a block one unit has. Depends on extents only, so that results do not depend on threads.
  [[nodiscard]] std::int64_t rows() const {
    const std::int64_t by_size = (reduced * columns() + elements_at_once - 1) / elements_at_once;
    const std::int64_t by_units = (most_units + outer * blocks() - 1) / (outer * blocks());
    const std::int64_t units = by_size < by_units ? by_size : by_units;
    return units < 2 ? reduced : (reduced + units - 1) / units;
  }
  [[nodiscard]] std::int64_t units() const { return (reduced + rows() - 1) / rows(); }
  [[nodiscard]] std::int64_t grain() const { return elements_at_once / (rows() * columns()) + 1; }
};

// What is folded the first time, and what once more.
template <class K, class T>
void fold_unit(const K& kernel, const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns,
               std::int64_t first, typename K::Accumulator* found) {
  if (stride == 1) *found = kernel.run(in, rows, first);
  else kernel.columns(in, rows, stride, columns, first, found);
}

// Accumulators of an earlier fold.
template <class A>
struct Folded {
  const A* values;
  Folded operator+(std::int64_t offset) const { return {values + offset}; }
};
template <class K>
void fold_unit(const K& kernel, Folded<typename K::Accumulator> in, std::int64_t rows, std::int64_t stride,
               std::int64_t columns, std::int64_t, typename K::Accumulator* found) {
  for (std::int64_t j = 0; j < columns; ++j) found[j] = in.values[j];
  for (std::int64_t i = 1; i < rows; ++i) {
    for (std::int64_t j = 0; j < columns; ++j) found[j] = kernel.combine(found[j], in.values[i * stride + j]);
  }
}

// Rows that are short and follow each other are folded as longer ones, which then fall into parts.
template <class K, class In>
void fold_short_rows(const K& kernel, In in, std::int64_t rows, std::int64_t columns, typename K::Accumulator* found) {
  constexpr std::int64_t wide = 128;
  typename K::Accumulator parts[wide];
  const std::int64_t joined = wide / columns;
  const std::int64_t whole = rows / joined;
  fold_unit(kernel, in, whole, joined * columns, joined * columns, 0, parts);
  for (std::int64_t j = 0; j < columns; ++j) found[j] = parts[j];
  for (std::int64_t i = columns; i < joined * columns; ++i) {
    found[i % columns] = kernel.combine(found[i % columns], parts[i]);
  }
  if (whole * joined == rows) return;
  fold_unit(kernel, in + whole * joined * columns, rows - whole * joined, columns, columns, 0, parts);
  for (std::int64_t j = 0; j < columns; ++j) found[j] = kernel.combine(found[j], parts[j]);
}

template <class K, class In>
void fold_any_unit(const K& kernel, In in, std::int64_t rows, std::int64_t stride, std::int64_t columns,
                   std::int64_t first, typename K::Accumulator* found) {
  const bool is_short = columns == stride && columns > 1 && columns <= 32 && rows * columns >= 512;
  if (is_short && !K::needs_order) fold_short_rows(kernel, in, rows, columns, found);
  else fold_unit(kernel, in, rows, stride, columns, first, found);
}

// store(position, accumulators, count) for all results.
template <class K, class In, class Store>
void fold(const K& kernel, In in, const Fold& fold, const Store& store) {
  using A = typename K::Accumulator;
  const std::int64_t rows = fold.rows(), units = fold.units(), blocks = fold.blocks();
  if (fold.inner == 1 && units == 1) {
    return parallel_for(fold.outer, fold.grain(), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        A found;
        fold_unit(kernel, in + i * rows, rows, 1, 1, 0, &found);
        store(i, &found, 1);
      }
    });
  }
  // The nth block of columns of the nth unit; outer goes slowest.
  const auto each = [&](std::int64_t begin, std::int64_t end, const auto& use) {
    A found[most_columns];
    for (std::int64_t n = begin; n < end; ++n) {
      const std::int64_t outer = n / (units * blocks), unit = n / blocks % units, column = n % blocks * most_columns;
      const std::int64_t first = unit * rows;
      const std::int64_t here = fold.reduced - first < rows ? fold.reduced - first : rows;
      const std::int64_t width = fold.inner - column < most_columns ? fold.inner - column : most_columns;
      fold_any_unit(kernel, in + ((outer * fold.reduced + first) * fold.inner + column), here, fold.inner, width, first,
                    found);
      use((outer * units + unit) * fold.inner + column, found, width);
    }
  };
  const std::int64_t count = fold.outer * units * blocks;
  if (units == 1) {
    return parallel_for(count, fold.grain(), [&](std::int64_t begin, std::int64_t end) { each(begin, end, store); });
  }
  const Room<A> partial(fold.outer * units * fold.inner);
  parallel_for(count, fold.grain(), [&](std::int64_t begin, std::int64_t end) {
    each(begin, end, [&](std::int64_t position, const A* found, std::int64_t width) {
      for (std::int64_t j = 0; j < width; ++j) partial[position + j] = found[j];
    });
  });
  A found[most_columns];
  for (std::int64_t outer = 0; outer < fold.outer; ++outer) {
    for_blocks(fold.inner, most_columns, [&](std::int64_t column, std::int64_t width) {
      const A* from = partial.get() + outer * units * fold.inner + column;
      fold_unit(kernel, Folded<A>{from}, units, fold.inner, width, 0, found);
      store(outer * fold.inner + column, found, width);
    });
  }
}

// The last reduced run, with what stands before and behind it.
inline Fold last_fold(const Runs& runs, int* place) {
  Fold fold{1, 1, 1};
  int at = runs.size - 1;
  for (; at >= 0 && !runs.reduced[at]; --at) fold.inner *= runs.extents[at];
  *place = at;
  if (at >= 0) fold.reduced = runs.extents[at];
  for (--at; at >= 0; --at) fold.outer *= runs.extents[at];
  return fold;
}

constexpr Runs without(const Runs& runs, int place) {
  Runs rest = runs;
  rest.size = 0;
  for (int i = 0; i < runs.size; ++i) {
    if (i == place) continue;
    rest.reduced[rest.size] = runs.reduced[i];
    rest.extents[rest.size++] = runs.extents[i];
  }
  return rest;
}

template <class K, class In, class Out>
void fold_all(const K& kernel, In in, const Runs& runs, Out* out) {
  using A = typename K::Accumulator;
  int place = 0;
  const Fold next = last_fold(runs, &place);
  const auto finish = [&](std::int64_t position, const A* found, std::int64_t width) {
    for (std::int64_t j = 0; j < width; ++j) out[position + j] = kernel.finish(found[j], runs.reduced_count);
  };
  // Neighbours take turns, so that a reduced run before the last one is two places before it.
  if (place < 2) return fold(kernel, in, next, finish);
  const Room<A> values(next.outer * next.inner);
  fold(kernel, in, next, [&](std::int64_t position, const A* found, std::int64_t width) {
    for (std::int64_t j = 0; j < width; ++j) values[position + j] = found[j];
  });
  fold_all(kernel, Folded<A>{values.get()}, without(runs, place), out);
}

// The ways to say how long a vector is. Order -1 stands for any other.
template <int Order>
struct NormOf {
  static constexpr Reduction reduction{"norm"};
  template <class T>
  using Result = T;
  template <class T>
  using Accumulator = double;
  double order;

  template <class T>
  static constexpr double initial() {
    return 0;
  }
  template <class T>
  [[nodiscard]] double load(const T& value, std::int64_t) const {
    const double size = std::abs(static_cast<double>(value));
    if constexpr (Order == 0) return size != 0 ? 1 : 0;
    else if constexpr (Order == 1) return size;
    else if constexpr (Order == 2) return size * size;
    else return std::pow(size, order);
  }
  static double combine(double a, double b) { return a + b; }
  template <class T>
  [[nodiscard]] T finish(double sum, std::int64_t) const {
    if constexpr (Order == 2) return static_cast<T>(std::sqrt(sum));
    else if constexpr (Order >= 0) return static_cast<T>(sum);
    else return static_cast<T>(std::pow(sum, 1 / order));
  }
};
template <class Order>
struct ExtremeMagnitude {
  static constexpr Reduction reduction{"norm"};
  template <class T>
  using Result = T;
  template <class T>
  using Accumulator = double;
  template <class T>
  static constexpr double initial() {
    return std::is_same_v<Order, Largest> ? 0 : Order::template initial<double>();
  }
  template <class T>
  static double load(const T& value, std::int64_t) {
    return std::abs(static_cast<double>(value));
  }
  static double combine(double a, double b) { return Order::combine(a, b); }
  template <class T>
  static T finish(double found, std::int64_t) {
    return static_cast<T>(found);
  }
};

template <class Operation, class T>
void fold_with(const Operation& operation, const T* in, const Runs& runs, typename Operation::template Result<T>* out) {
  const Kernel<Operation, T> kernel{{}, operation};
  if (runs.reduced_count == 0) {
    for (std::int64_t i = 0; i < runs.kept_count; ++i) out[i] = kernel.finish(kernel.initial(), 0);
  } else if (runs.kept_count > 0) {
    fold_all(kernel, in, runs, out);
  }
}

template <class T>
void fold_norm(double order, const T* in, const Runs& runs, T* out) {
  if (order == 2) return fold_with(NormOf<2>{order}, in, runs, out);
  if (order == 1) return fold_with(NormOf<1>{order}, in, runs, out);
  if (order == 0) return fold_with(NormOf<0>{order}, in, runs, out);
  if (!std::isinf(order)) return fold_with(NormOf<-1>{order}, in, runs, out);
  if (order > 0) return fold_with(ExtremeMagnitude<Largest>{}, in, runs, out);
  return fold_with(ExtremeMagnitude<Smallest>{}, in, runs, out);
}

}  // namespace detail

template <class Operation, class T>
void reduce_kernel(const Operation& operation, const T* in, const Runs& runs,
                   typename Operation::template Result<T>* out) {
  if constexpr (std::is_same_v<Operation, Norm>) detail::fold_norm(operation.order, in, runs, out);
  else detail::fold_with(operation, in, runs, out);
}

}  // namespace shapeproof::engine
