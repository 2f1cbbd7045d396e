// SPDX-License-Identifier: BSL-1.0
// How does one thread fold a run of neighbours, or the columns of a block of rows? A Kernel has
//
//   initial(), combine(a, b), finish(accumulator, count)
//   run(in, count, first)                                   the accumulator of in[0, count)
//   columns(in, rows, stride, columns, first, found)        found[j]: of in[j], in[stride + j], ...
//
// `first` is the place of the first of them along the axis. Blocks are small enough to stay in the nearest cache.
#pragma once

#include <cmath>

#include "../reduce_operations.hpp"
#include "eigen.hpp"

namespace shapeproof::engine::detail {

// No block of columns is wider.
inline constexpr std::int64_t most_columns = 1024;
// Elements that are summed in their own type, and stay in the nearest cache meanwhile.
inline constexpr std::int64_t block_size = 2048;

template <class T>
using Values = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>;
template <class T>
using WritableValues = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>;

// Element by element the larger or the smaller; NaN where one of them is.
template <class T>
using LargerOf = Eigen::internal::scalar_max_op<T, T, Eigen::PropagateNaN>;
template <class T>
using SmallerOf = Eigen::internal::scalar_min_op<T, T, Eigen::PropagateNaN>;

// `function(begin, count)` for blocks of [0, count).
template <class Function>
void for_blocks(std::int64_t count, std::int64_t size, const Function& function) {
  for (std::int64_t begin = 0; begin < count; begin += size) {
    function(begin, count - begin < size ? count - begin : size);
  }
}

// The sum of at most block_size elements, or of what `map` makes of them. Eigen adds up eight partial sums at least (four of
// double); taken of 512 elements at once, no more than some 64 roundings lie above each other.
template <class T, class Map>
T block_sum(const T* in, std::int64_t count, const Map& map) {
  constexpr std::int64_t at_once = 512;
  if (count <= at_once) return map(Values<T>(in, count)).sum();
  T sum = 0;
  for_blocks(count, at_once,
             [&](std::int64_t begin, std::int64_t size) { sum += map(Values<T>(in + begin, size)).sum(); });
  return sum;
}
template <class T>
T block_sum(const T* in, std::int64_t count) {
  return block_sum(in, count, [](const auto& x) { return x; });
}

// Whether accumulators may be combined in another order than that of the elements.
struct OrderIsFree {
  static constexpr bool needs_order = false;
};

// For any operation that a constant expression can compute: eight accumulators side by side.
template <class Operation, class T>
struct Kernel : OrderIsFree {
  using Accumulator = typename Operation::template Accumulator<T>;
  const Operation& operation;

  [[nodiscard]] Accumulator initial() const { return operation.template initial<T>(); }
  [[nodiscard]] Accumulator combine(const Accumulator& a, const Accumulator& b) const {
    return operation.combine(a, b);
  }
  [[nodiscard]] auto finish(const Accumulator& found, std::int64_t count) const {
    return operation.template finish<T>(found, count);
  }
  [[nodiscard]] Accumulator run(const T* in, std::int64_t count, std::int64_t first) const {
    constexpr int lanes = 8;
    constexpr std::int64_t at_once = 1024;
    Accumulator total = initial();
    if (count < std::int64_t{2} * lanes) {
      for (std::int64_t i = 0; i < count; ++i) total = operation.combine(total, operation.load(in[i], first + i));
      return total;
    }
    for_blocks(count, at_once, [&](std::int64_t begin, std::int64_t size) {
      Accumulator found[lanes];
      for (Accumulator& each : found) each = initial();
      std::int64_t i = 0;
      for (; i + lanes <= size; i += lanes) {
        for (int k = 0; k < lanes; ++k) {
          found[k] = operation.combine(found[k], operation.load(in[begin + i + k], first + begin + i + k));
        }
      }
      for (; i < size; ++i) found[0] = operation.combine(found[0], operation.load(in[begin + i], first + begin + i));
      for (int half_of = lanes / 2; half_of > 0; half_of /= 2) {
        for (int k = 0; k < half_of; ++k) found[k] = operation.combine(found[k], found[k + half_of]);
      }
      total = operation.combine(total, found[0]);
    });
    return total;
  }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t first,
               Accumulator* found) const {
    for (std::int64_t j = 0; j < columns; ++j) found[j] = initial();
    for (std::int64_t row = 0; row < rows; ++row) {
      const T* from = in + row * stride;
      for (std::int64_t j = 0; j < columns; ++j) {
        found[j] = operation.combine(found[j], operation.load(from[j], first + row));
      }
    }
  }
};

template <class Operation>
inline constexpr bool adds_up = std::is_base_of_v<Sum, Operation>;
template <class Operation>
inline constexpr bool finds_extreme = std::is_base_of_v<Largest, Operation>;
template <class Operation>
inline constexpr bool finds_place = Operation::reduction.finds_place;

// Sums of float and double.
template <class Operation, class T>
  requires(adds_up<Operation> && std::is_floating_point_v<T>)
struct Kernel<Operation, T> : OrderIsFree {
  using Accumulator = double;
  const Operation& operation;

  [[nodiscard]] double initial() const { return 0; }
  [[nodiscard]] double combine(double a, double b) const { return a + b; }
  [[nodiscard]] auto finish(double found, std::int64_t count) const {
    return operation.template finish<T>(found, count);
  }
  [[nodiscard]] double run(const T* in, std::int64_t count, std::int64_t) const {
    double total = 0;
    for_blocks(count, block_size, [&](std::int64_t begin, std::int64_t size) {
      total += static_cast<double>(block_sum(in + begin, size));
    });
    return total;
  }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t,
               double* found) const {
    constexpr std::int64_t rows_in_own_type = 64;
    T sums[most_columns];
    WritableValues<double> totals(found, columns);
    WritableValues<T> partial(sums, columns);
    totals.setZero();
    for_blocks(rows, rows_in_own_type, [&](std::int64_t begin, std::int64_t size) {
      const auto row = [&](std::int64_t i) { return Values<T>(in + (begin + i) * stride, columns); };
      partial.setZero();
      std::int64_t i = 0;
      for (; i + 4 <= size; i += 4) partial += (row(i) + row(i + 1)) + (row(i + 2) + row(i + 3));
      for (; i < size; ++i) partial += row(i);
      totals += partial.template cast<double>();
    });
  }
};

// The largest and the smallest of float and double.
template <class Operation, class T>
  requires(finds_extreme<Operation> && std::is_floating_point_v<T>)
struct Kernel<Operation, T> : OrderIsFree {
  using Accumulator = T;
  // Faster than Eigen's maxCoeff, which takes its time for NaN at the end of each row.
  using Extreme = std::conditional_t<std::is_same_v<Operation, Largest>, LargerOf<T>, SmallerOf<T>>;
  const Operation& operation;

  [[nodiscard]] T initial() const { return operation.template initial<T>(); }
  [[nodiscard]] T combine(T a, T b) const { return operation.combine(a, b); }
  [[nodiscard]] T finish(T found, std::int64_t count) const { return operation.template finish<T>(found, count); }
  [[nodiscard]] T run(const T* in, std::int64_t count, std::int64_t) const {
    if (count >= 128) return run_in_lanes<64>(in, count);
    if (count >= 16) return run_in_lanes<16>(in, count);
    return folded(in, count, initial());
  }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t,
               T* found) const {
    WritableValues<T> extremes(found, columns);
    extremes.setConstant(initial());
    const auto row = [&](std::int64_t i) { return Values<T>(in + i * stride, columns); };
    std::int64_t i = 0;
    for (; i + 3 <= rows; i += 3) {
      extremes =
          extremes.binaryExpr(row(i), Extreme()).binaryExpr(row(i + 1).binaryExpr(row(i + 2), Extreme()), Extreme());
    }
    for (; i < rows; ++i) extremes = extremes.binaryExpr(row(i), Extreme());
  }

 private:
  [[nodiscard]] T folded(const T* in, std::int64_t count, T found) const {
    for (std::int64_t i = 0; i < count; ++i) found = combine(found, in[i]);
    return found;
  }
  template <int Size>
  [[nodiscard]] T run_in_lanes(const T* in, std::int64_t count) const {
    using Lanes = Eigen::Map<const Eigen::Array<T, Size, 1>>;
    Eigen::Array<T, Size, 1> best = Lanes(in);
    std::int64_t i = Size;
    for (; i + Size <= count; i += Size) best = best.binaryExpr(Lanes(in + i), Extreme());
    T found = initial();
    if constexpr (Size == 16) {
      found = folded(best.data(), Size, found);
    } else {
      const Eigen::Array<T, 16, 1> some =
          best.template segment<16>(0)
              .binaryExpr(best.template segment<16>(16), Extreme())
              .binaryExpr(best.template segment<16>(32).binaryExpr(best.template segment<16>(48), Extreme()),
                          Extreme());
      found = folded(some.data(), 16, found);
    }
    return folded(in + i, count - i, found);
  }
};

// half: as float, block by block.
template <class Operation>
struct Kernel<Operation, half> : OrderIsFree {
  using Floats = Kernel<Operation, float>;
  using Accumulator = typename Floats::Accumulator;
  static constexpr bool needs_order = Floats::needs_order;
  const Operation& operation;

  [[nodiscard]] Floats floats() const { return Floats{{}, operation}; }
  [[nodiscard]] Accumulator initial() const { return floats().initial(); }
  [[nodiscard]] Accumulator combine(const Accumulator& a, const Accumulator& b) const { return floats().combine(a, b); }
  [[nodiscard]] auto finish(const Accumulator& found, std::int64_t count) const {
    return cast_element<typename Operation::template Result<half>>(floats().finish(found, count));
  }
  [[nodiscard]] Accumulator run(const half* in, std::int64_t count, std::int64_t first) const {
    constexpr std::int64_t at_once = 1024;
    float values[at_once];
    Accumulator total = initial();
    for_blocks(count, at_once, [&](std::int64_t begin, std::int64_t size) {
      cast(in + begin, values, size);
      total = combine(total, floats().run(values, size, first + begin));
    });
    return total;
  }
  void columns(const half* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t first,
               Accumulator* found) const {
    constexpr std::int64_t rows_at_once = 8;
    float values[rows_at_once * most_columns];
    Accumulator part[most_columns];
    for (std::int64_t j = 0; j < columns; ++j) found[j] = initial();
    for_blocks(rows, rows_at_once, [&](std::int64_t begin, std::int64_t size) {
      for (std::int64_t i = 0; i < size; ++i) cast(in + (begin + i) * stride, values + i * columns, columns);
      floats().columns(values, size, columns, columns, first + begin, part);
      for (std::int64_t j = 0; j < columns; ++j) found[j] = combine(found[j], part[j]);
    });
  }
};

}  // namespace shapeproof::engine::detail
