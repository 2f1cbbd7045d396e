// SPDX-License-Identifier: BSL-1.0
// How are matrices multiplied? Row by row: out[i] += left[i][k] * right[k], so that the innermost loop runs along rows.
#pragma once

#include <cstdint>
#include <type_traits>

#include "../half.hpp"
#include "../storage.hpp"

namespace shapeproof::engine {

// out[m, n] = left[m, k] x right[k, n], all row-major.
template <class T>
constexpr void matmul(const T* left, const T* right, T* out, std::int64_t m, std::int64_t k, std::int64_t n) {
  // Integers wrap around, without a sign: signed overflow is undefined, and a promoted std::uint16_t has a sign.
  using Unsigned = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  using Wide = std::conditional_t<std::is_integral_v<T>, Unsigned, T>;
  for (std::int64_t i = 0; i < m; ++i) {
    T* row = out + i * n;
    for (std::int64_t column = 0; column < n; ++column) row[column] = T{};
    for (std::int64_t inner = 0; inner < k; ++inner) {
      const Wide factor = static_cast<Wide>(left[i * k + inner]);
      const T* other = right + inner * n;
      for (std::int64_t column = 0; column < n; ++column) {
        row[column] = static_cast<T>(static_cast<Wide>(row[column]) + factor * static_cast<Wide>(other[column]));
      }
    }
  }
}

// Sums of half are kept as float until they are done.
constexpr void matmul(const half* left, const half* right, half* out, std::int64_t m, std::int64_t k, std::int64_t n) {
  for (std::int64_t i = 0; i < m; ++i) {
    for (std::int64_t column = 0; column < n; ++column) {
      float sum = 0;
      for (std::int64_t inner = 0; inner < k; ++inner) {
        sum += static_cast<float>(left[i * k + inner]) * static_cast<float>(right[inner * n + column]);
      }
      out[i * n + column] = sum;
    }
  }
}

// As many products as the batch axes in front of the last two say.
template <class T>
constexpr void matmul(const T* left, const Extents& left_extents, const T* right, T* out, const Extents& extents) {
  const std::int64_t m = extents[extents.rank - 2];
  const std::int64_t n = extents[extents.rank - 1];
  const std::int64_t k = left_extents[left_extents.rank - 1];
  const std::int64_t batches = extents.count() == 0 ? 0 : extents.count(0, extents.rank - 2);
  for (std::int64_t i = 0; i < batches; ++i) matmul(left + i * m * k, right + i * k * n, out + i * m * n, m, k, n);
}

}  // namespace shapeproof::engine
