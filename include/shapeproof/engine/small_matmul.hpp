// SPDX-License-Identifier: BSL-1.0
// How are matrices multiplied that are so small that a call would cost more? With extents known at compile time, each row of
// the result in one vector register.
//
// g++ 12 makes slow code of plain loops here, which it unrolls before it looks for vectors (10 times slower for 8x8), so
// vectors are spelled out, in the extension that g++ and clang share. Constant expressions take the loops.
#pragma once

#include <cstdint>
#include <type_traits>

#include "matmul.hpp"

namespace shapeproof::engine {
namespace small {

// Other extents take the loops: moving part of a vector costs more than it saves.
template <class T>
constexpr bool fills_vector(std::int64_t count) {
  return std::is_floating_point_v<T> && (count == 2 || count == 4 || count == 8);
}

template <class T, std::int64_t Lanes>
struct VectorOf {
  typedef T type __attribute__((vector_size(sizeof(T) * Lanes)));  // NOLINT(modernize-use-using): clang wants it so
};
template <class T, std::int64_t Lanes>
using Vector = typename VectorOf<T, Lanes>::type;

// Vectors go by reference: as values they would have another calling convention with AVX than without.
template <class V, class T>
inline void load(V& vector, const T* from) {
  __builtin_memcpy(&vector, from, sizeof vector);
}

template <std::int64_t Lanes, class T>
inline T sum(const Vector<T, Lanes>& v) {
  if constexpr (Lanes == 2) {
    return v[0] + v[1];
  } else if constexpr (Lanes == 4) {
    const Vector<T, 2> halves = __builtin_shufflevector(v, v, 0, 1) + __builtin_shufflevector(v, v, 2, 3);
    return sum<2, T>(halves);
  } else {
    const Vector<T, 4> halves = __builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7);
    return sum<4, T>(halves);
  }
}

template <std::int64_t M, std::int64_t K, std::int64_t N, class T>
inline void multiply_rows(const T* __restrict__ left, const T* __restrict__ right, T* __restrict__ out) {
  Vector<T, N> rows[K];
#pragma GCC unroll 8
  for (std::int64_t p = 0; p < K; ++p) load(rows[p], right + p * N);
#pragma GCC unroll 1
  for (std::int64_t i = 0; i < M; ++i) {
    Vector<T, N> row = rows[0] * left[i * K];
#pragma GCC unroll 8
    for (std::int64_t p = 1; p < K; ++p) row += rows[p] * left[i * K + p];
    __builtin_memcpy(out + i * N, &row, sizeof row);
  }
}

template <std::int64_t M, std::int64_t K, class T>
inline void multiply_vector(const T* __restrict__ left, const T* __restrict__ right, T* __restrict__ out) {
  Vector<T, K> column;
  load(column, right);
#pragma GCC unroll 8
  for (std::int64_t i = 0; i < M; ++i) {
    Vector<T, K> products;
    load(products, left + i * K);
    products *= column;
    out[i] = sum<K, T>(products);
  }
}

// Written out: g++ takes 6 times longer in loops for 3x3 at -O2.
template <std::int64_t M, std::int64_t K, std::int64_t N, class T>
constexpr void multiply_written_out(const T* __restrict__ left, const T* __restrict__ right, T* __restrict__ out) {
  using Summed = typename detail::SumOf<T>::type;
#pragma GCC unroll 8
  for (std::int64_t i = 0; i < M; ++i) {
#pragma GCC unroll 8
    for (std::int64_t j = 0; j < N; ++j) {
      Summed total = static_cast<Summed>(left[i * K]) * static_cast<Summed>(right[j]);
#pragma GCC unroll 8
      for (std::int64_t p = 1; p < K; ++p) {
        total += static_cast<Summed>(left[i * K + p]) * static_cast<Summed>(right[p * N + j]);
      }
      out[i * N + j] = static_cast<T>(total);
    }
  }
}

template <std::int64_t M, std::int64_t K, std::int64_t N, class T>
constexpr void multiply_in_loops(const T* __restrict__ left, const T* __restrict__ right, T* __restrict__ out) {
  using Summed = typename detail::SumOf<T>::type;
  for (std::int64_t i = 0; i < M; ++i) {
    Summed row[N] = {};
    for (std::int64_t p = 0; p < K; ++p) {
      const Summed factor = static_cast<Summed>(left[i * K + p]);
      for (std::int64_t j = 0; j < N; ++j) row[j] += factor * static_cast<Summed>(right[p * N + j]);
    }
    for (std::int64_t j = 0; j < N; ++j) out[i * N + j] = static_cast<T>(row[j]);
  }
}

}  // namespace small

// [M, K] x [K, N] -> [M, N], each extent from 1 to 8.
template <std::int64_t M, std::int64_t K, std::int64_t N, class T>
constexpr void gemm_of_fixed(const T* left, const T* right, T* out) {
  if (!std::is_constant_evaluated()) {
    if constexpr (small::fills_vector<T>(N)) return small::multiply_rows<M, K, N>(left, right, out);
    else if constexpr (N == 1 && small::fills_vector<T>(K)) return small::multiply_vector<M, K>(left, right, out);
  }
  if constexpr (K <= 4 && N <= 4) small::multiply_written_out<M, K, N>(left, right, out);
  else small::multiply_in_loops<M, K, N>(left, right, out);
}

}  // namespace shapeproof::engine
