// SPDX-License-Identifier: BSL-1.0
// Softmax: a block of lines at a time, which stays in the cache while it is shifted, exponentiated as one, and divided.
#pragma once

#include <cmath>

#include "../cast.hpp"
#include "../parallel.hpp"
#include "../softmax.hpp"
#include "reduce_kernels.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

// Elements that are worked on together.
inline constexpr std::int64_t softmax_block = 4096;

template <bool IsLog, class T>
void softmax_line(T* line, T* exponentials, std::int64_t count) {
  WritableValues<T> values(line, count);
  T sum = 0;
  for_blocks(count, block_size,
             [&](std::int64_t begin, std::int64_t size) { sum += block_sum(exponentials + begin, size); });
  if constexpr (IsLog) values -= std::log(sum);
  else values *= 1 / sum;
}

// Lines that follow each other, [rows, count].
template <bool IsLog, class T>
void softmax_rows(const T* in, T* out, std::int64_t rows, std::int64_t count, T* buffer) {
  for (std::int64_t i = 0; i < rows; ++i) {
    const Values<T> row(in + i * count, count);
    // A NaN that is overlooked here makes the sum NaN.
    WritableValues<T>(out + i * count, count) = row - row.maxCoeff();
  }
  WritableValues<T> all(out, rows * count);
  T* exponentials = IsLog ? buffer : out;
  WritableValues<T>(exponentials, rows * count) = all.exp();
  for (std::int64_t i = 0; i < rows; ++i) softmax_line<IsLog>(out + i * count, exponentials + i * count, count);
}

// Lines side by side: `width` columns of [count, stride].
template <bool IsLog, class T>
void softmax_columns(const T* in, T* out, std::int64_t count, std::int64_t stride, std::int64_t width) {
  T largest_values[most_columns], sum_values[most_columns];
  WritableValues<T> largest(largest_values, width), sums(sum_values, width);
  largest = Values<T>(in, width);
  for (std::int64_t i = 1; i < count; ++i) largest = largest.max(Values<T>(in + i * stride, width));
  sums.setZero();
  for (std::int64_t i = 0; i < count; ++i) {
    WritableValues<T> row(out + i * stride, width);
    const Values<T> from(in + i * stride, width);
    if constexpr (IsLog) {
      row = from - largest;
      sums += row.exp();
    } else {
      row = (from - largest).exp();
      sums += row;
    }
  }
  if constexpr (IsLog) sums = sums.log();
  else sums = sums.inverse();
  for (std::int64_t i = 0; i < count; ++i) {
    WritableValues<T> row(out + i * stride, width);
    if constexpr (IsLog) row -= sums;
    else row *= sums;
  }
}

template <bool IsLog, class T>
void softmax_of_rows(const T* in, T* out, std::int64_t rows, std::int64_t count) {
  const std::int64_t at_once = count < softmax_block ? softmax_block / count : 1;
  const std::int64_t blocks = (rows + at_once - 1) / at_once;
  const std::int64_t grain = 8192 / (at_once * count) + 1;
  parallel_for(blocks, grain, [&](std::int64_t begin, std::int64_t end) {
    const Room<T> buffer(IsLog ? at_once * count : 0);
    for (std::int64_t block = begin; block < end; ++block) {
      const std::int64_t first = block * at_once;
      const std::int64_t here = rows - first < at_once ? rows - first : at_once;
      softmax_rows<IsLog>(in + first * count, out + first * count, here, count, buffer.get());
    }
  });
}

// Few lines side by side are turned into rows and back.
template <bool IsLog, class T>
void softmax_narrow(const T* in, T* out, std::int64_t count, std::int64_t inner) {
  const Room<T> rows(count * inner);
  using RowMajor = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  Eigen::Map<RowMajor> turned(rows.get(), inner, count);
  turned = Eigen::Map<const RowMajor>(in, count, inner).transpose();
  softmax_of_rows<IsLog>(rows.get(), rows.get(), inner, count);
  Eigen::Map<RowMajor>(out, count, inner) = turned.transpose();
}

template <bool IsLog, class T>
void softmax_kernel(const T* in, T* out, const Along& along) {
  if (along.is_empty()) return;
  if (along.inner == 1) return softmax_of_rows<IsLog>(in, out, along.outer, along.count);
  const std::int64_t size = along.count * along.inner;
  if (along.inner <= 16) {
    return parallel_for(along.outer, 8192 / size + 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin; i < end; ++i) {
        softmax_narrow<IsLog>(in + i * size, out + i * size, along.count, along.inner);
      }
    });
  }
  // As many columns as keep a block in the cache; where that would be too few, long stretches of each row.
  constexpr std::int64_t most = 131072, fewest = 128;
  const std::int64_t fitting = most / along.count;
  const std::int64_t width = fitting < fewest || fitting > most_columns ? most_columns : fitting;
  const std::int64_t blocks = (along.inner + width - 1) / width;
  const std::int64_t grain = 8192 / (along.count * (along.inner < width ? along.inner : width)) + 1;
  parallel_for(along.outer * blocks, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t n = begin; n < end; ++n) {
      const std::int64_t column = n % blocks * width;
      const std::int64_t first = n / blocks * size + column;
      const std::int64_t here = along.inner - column < width ? along.inner - column : width;
      softmax_columns<IsLog>(in + first, out + first, along.count, along.inner, here);
    }
  });
}

// half is computed as float.
template <bool IsLog>
void softmax_kernel(const half* in, half* out, const Along& along) {
  const std::int64_t count = along.outer * along.count * along.inner;
  const Room<float> values(count);
  cast(in, values.get(), count);
  softmax_kernel<IsLog, float>(values.get(), values.get(), along);
  cast(values.get(), out, count);
}

}  // namespace detail

template <class T>
void softmax(const T* in, T* out, const Along& along) {
  detail::softmax_kernel<false>(in, out, along);
}
template <class T>
void log_softmax(const T* in, T* out, const Along& along) {
  detail::softmax_kernel<true>(in, out, along);
}

}  // namespace shapeproof::engine
