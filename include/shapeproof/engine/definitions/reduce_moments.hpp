// SPDX-License-Identifier: BSL-1.0
// How are operations folded that need two passes over elements? Variances and sums of exponentials are taken of a block
// that stays in the cache, around its own mean or largest value; blocks are then merged as
//
//   Chan, Golub and LeVeque, Updating Formulae and a Pairwise Algorithm for Computing Sample Variances, 1979
#pragma once

#include "reduce_kernels.hpp"

namespace shapeproof::engine::detail {

// How many values there are, their mean, and the sum of their squared distances from it.
struct Moments {
  double count;
  double mean;
  double squares;
};

inline Moments merged(const Moments& a, const Moments& b) {
  if (a.count == 0) return b;
  if (b.count == 0) return a;
  const double count = a.count + b.count;
  const double distance = b.mean - a.mean;
  return {count, a.mean + distance * (b.count / count),
          a.squares + b.squares + distance * distance * (a.count * (b.count / count))};
}

template <class T>
Moments block_moments(const T* in, std::int64_t count) {
  const auto n = static_cast<double>(count);
  const double mean = static_cast<double>(block_sum(in, count)) / n;
  const auto near_mean = static_cast<T>(mean);
  const T squares = block_sum(in, count, [&](const auto& x) { return (x - near_mean).square(); });
  return {n, mean, static_cast<double>(squares)};
}

template <class T>
Moments moments(const T* in, std::int64_t count) {
  if (count <= block_size) return block_moments(in, count);
  Moments total{};
  for_blocks(count, block_size,
             [&](std::int64_t begin, std::int64_t size) { total = merged(total, block_moments(in + begin, size)); });
  return total;
}

// found[j] of the jth column. All columns have the same count, so that merging needs no division for each.
template <class T>
void column_moments(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, Moments* found) {
  T block_mean_values[most_columns], block_square_values[most_columns];
  double mean_values[most_columns], square_values[most_columns];
  WritableValues<T> block_means(block_mean_values, columns), block_squares(block_square_values, columns);
  WritableValues<double> means(mean_values, columns), squares(square_values, columns);
  means.setZero();
  squares.setZero();
  constexpr std::int64_t rows_at_once = 32;
  for_blocks(rows, rows_at_once, [&](std::int64_t begin, std::int64_t size) {
    const auto row = [&](std::int64_t i) { return Values<T>(in + (begin + i) * stride, columns); };
    const auto square = [&](std::int64_t i) { return (row(i) - block_means).square(); };
    block_means.setZero();
    block_squares.setZero();
    std::int64_t i = 0;
    for (; i + 4 <= size; i += 4) block_means += (row(i) + row(i + 1)) + (row(i + 2) + row(i + 3));
    for (; i < size; ++i) block_means += row(i);
    block_means *= 1 / static_cast<T>(size);
    for (i = 0; i + 4 <= size; i += 4) block_squares += (square(i) + square(i + 1)) + (square(i + 2) + square(i + 3));
    for (; i < size; ++i) block_squares += square(i);
    const auto before = static_cast<double>(begin), here = static_cast<double>(size);
    const double share = here / (before + here);
    for (std::int64_t j = 0; j < columns; ++j) {
      const double distance = static_cast<double>(block_mean_values[j]) - mean_values[j];
      mean_values[j] += distance * share;
      square_values[j] += static_cast<double>(block_square_values[j]) + distance * distance * (before * share);
    }
  });
  for (std::int64_t j = 0; j < columns; ++j) found[j] = {static_cast<double>(rows), mean_values[j], square_values[j]};
}

template <class Operation, class T>
  requires(std::is_base_of_v<Variance, Operation> && std::is_floating_point_v<T>)
struct Kernel<Operation, T> : OrderIsFree {
  using Accumulator = Moments;
  const Operation& operation;

  [[nodiscard]] Moments initial() const { return {}; }
  [[nodiscard]] Moments combine(const Moments& a, const Moments& b) const { return merged(a, b); }
  // Too few values give NaN, as PyTorch does: 0 / 0; with more taken off than there are values, infinity.
  [[nodiscard]] T finish(const Moments& found, std::int64_t count) const {
    const double divisor = static_cast<double>(count) - operation.correction;
    const double squares = count == 0 ? std::numeric_limits<double>::quiet_NaN() : found.squares;
    // Rounding may leave less than nothing; NaN stays.
    const double variance = (squares < 0 ? 0 : squares) / (divisor > 0 ? divisor : 0);
    if constexpr (std::is_same_v<Operation, Deviation>) return static_cast<T>(std::sqrt(variance));
    else return static_cast<T>(variance);
  }
  [[nodiscard]] Moments run(const T* in, std::int64_t count, std::int64_t) const { return moments(in, count); }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t,
               Moments* found) const {
    column_moments(in, rows, stride, columns, found);
  }
};

// exp(largest) * sum. Where the largest is no finite number, the sum says nothing: 0 for -infinity, else 1.
struct Exponentials {
  double largest;
  double sum;
};

inline Exponentials exponentials(double largest, double sum) {
  if (std::isfinite(largest)) return {largest, sum};
  return {largest, largest < 0 ? 0.0 : 1.0};
}

inline Exponentials merged(const Exponentials& a, const Exponentials& b) {
  const double largest = Largest::combine(a.largest, b.largest);
  return exponentials(largest, a.sum * std::exp(a.largest - largest) + b.sum * std::exp(b.largest - largest));
}

template <class T>
  requires std::is_floating_point_v<T>
struct Kernel<LogSumExp, T> : OrderIsFree {
  using Accumulator = Exponentials;
  const LogSumExp& operation;

  [[nodiscard]] Exponentials initial() const { return {-std::numeric_limits<double>::infinity(), 0}; }
  [[nodiscard]] Exponentials combine(const Exponentials& a, const Exponentials& b) const { return merged(a, b); }
  [[nodiscard]] T finish(const Exponentials& found, std::int64_t) const {
    return static_cast<T>(found.largest + std::log(found.sum));
  }
  [[nodiscard]] Exponentials run(const T* in, std::int64_t count, std::int64_t) const {
    Exponentials total = initial();
    for_blocks(count, block_size, [&](std::int64_t begin, std::int64_t size) {
      const T largest = Kernel<Largest, T>{{}, Largest{}}.run(in + begin, size, 0);
      const T shift = std::isfinite(largest) ? largest : T{0};
      const T sum = block_sum(in + begin, size, [&](const auto& x) { return (x - shift).exp(); });
      total = merged(total, exponentials(static_cast<double>(largest), static_cast<double>(sum)));
    });
    return total;
  }
  void columns(const T* in, std::int64_t rows, std::int64_t stride, std::int64_t columns, std::int64_t,
               Exponentials* found) const {
    T largest_values[most_columns], shift_values[most_columns], sum_values[most_columns];
    WritableValues<T> largest(largest_values, columns), shift(shift_values, columns), sums(sum_values, columns);
    for (std::int64_t j = 0; j < columns; ++j) found[j] = initial();
    for_blocks(rows, 32, [&](std::int64_t begin, std::int64_t size) {
      const auto row = [&](std::int64_t i) { return Values<T>(in + (begin + i) * stride, columns); };
      largest = row(0);
      for (std::int64_t i = 1; i < size; ++i) largest = largest.binaryExpr(row(i), LargerOf<T>());
      shift = largest.isFinite().select(largest, T{0});
      sums.setZero();
      for (std::int64_t i = 0; i < size; ++i) sums += (row(i) - shift).exp();
      for (std::int64_t j = 0; j < columns; ++j) {
        const auto block = exponentials(static_cast<double>(largest_values[j]), static_cast<double>(sum_values[j]));
        found[j] = merged(found[j], block);
      }
    });
  }
};

}  // namespace shapeproof::engine::detail
