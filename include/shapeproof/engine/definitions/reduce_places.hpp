// SPDX-License-Identifier: BSL-1.0
// How is the place of the largest element found?
#pragma once

#include "reduce_kernels.hpp"

namespace shapeproof::engine::detail {

// Places: first which value a block has, then, only where that is better than what there is, where.
template <class Order, class T>
struct PlaceKernel {
  using V = Compared<T>;
  using Accumulator = Placed<V>;

  [[nodiscard]] static Accumulator run(const engine::Place<Order>& operation, const T* in, std::int64_t count,
                                       std::int64_t first) {
    const Order order;
    const Kernel<Order, T> extremes{{}, order};
    Accumulator best = operation.template initial<T>();
    constexpr std::int64_t at_once = 1024;
    for_blocks(count, at_once, [&](std::int64_t begin, std::int64_t size) {
      const V value = extremes.run(in + begin, size, 0);
      const bool is_better =
          best.index < 0 || (!is_nan(best.value) && (is_nan(value) || Order::beats(value, best.value)));
      if (!is_better) return;
      std::int64_t i = begin;
      while (!(is_nan(value) ? is_nan(V(in[i])) : V(in[i]) == value)) ++i;
      best = {value, first + i};
    });
    return best;
  }
  static void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t first,
                      Accumulator* found) {
    V best[most_columns];
    std::int64_t where[most_columns];
    for (std::int64_t j = 0; j < columns; ++j) best[j] = in[j];
    for (std::int64_t j = 0; j < columns; ++j) where[j] = first;
    for (std::int64_t i = 1; i < rows; ++i) {
      const T* row = in + i * stride;
      for (std::int64_t j = 0; j < columns; ++j) {
        const V value = row[j];
        const bool wins = Order::beats(value, best[j]) || (is_nan(value) && !is_nan(best[j]));
        // Of equal ones the first; NaN is beaten by none, as it compares with none.
        best[j] = wins ? value : best[j];
        where[j] = wins ? first + i : where[j];
      }
    }
    for (std::int64_t j = 0; j < columns; ++j) found[j] = {best[j], where[j]};
  }
};

template <class Operation, class T>
  requires(finds_place<Operation> && !std::is_same_v<T, half>)
struct Kernel<Operation, T> : OrderIsFree {
  using Order = std::conditional_t<std::is_base_of_v<engine::Place<Largest>, Operation>, Largest, Smallest>;
  using Accumulator = Placed<Compared<T>>;
  static constexpr bool needs_order = true;
  const Operation& operation;

  [[nodiscard]] Accumulator initial() const { return operation.template initial<T>(); }
  [[nodiscard]] Accumulator combine(const Accumulator& a, const Accumulator& b) const {
    return operation.combine(a, b);
  }
  [[nodiscard]] std::int64_t finish(const Accumulator& found, std::int64_t count) const {
    return operation.template finish<T>(found, count);
  }
  [[nodiscard]] Accumulator run(const T* in, std::int64_t count, std::int64_t first) const {
    return PlaceKernel<Order, T>::run(operation, in, count, first);
  }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t first,
               Accumulator* found) const {
    PlaceKernel<Order, T>::columns(in, rows, stride, columns, first, found);
  }
};

}  // namespace shapeproof::engine::detail
