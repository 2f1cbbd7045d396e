// SPDX-License-Identifier: BSL-1.0
// How are matrices multiplied? gemm: one product, or as many as a batch has, of row-major matrices that may lie transposed,
// inside of larger ones, or be repeated along the batch.
//
//   out[b][m, n] = left[b][m, k] x right[b][k, n]
#pragma once

#include <cstdint>
#include <type_traits>

#include "../element.hpp"
#include "config.hpp"

namespace shapeproof::engine {

// A product as numbers. gemm(a, b, c, {.m = 2, .k = 3, .n = 4}) is a [2, 3] times b [3, 4]; all strides count elements.
struct Gemm {
  std::int64_t m = 0;
  std::int64_t k = 0;
  std::int64_t n = 0;
  bool left_is_transposed = false;   // lies as [k, m]
  bool right_is_transposed = false;  // lies as [n, k]
  bool adds = false;                 // out += instead of out =
  // From one row, as it lies, to the next; 0 where rows follow each other without a gap.
  std::int64_t left_stride = 0;
  std::int64_t right_stride = 0;
  std::int64_t out_stride = 0;
  // From one matrix of the batch to the next; 0 repeats an operand.
  std::int64_t batches = 1;
  std::int64_t left_batch_stride = 0;
  std::int64_t right_batch_stride = 0;
  std::int64_t out_batch_stride = 0;
};

namespace detail {

// Rows that follow each other get their stride. Matrices that follow each other and meet the same right operand are one.
constexpr Gemm prepared(Gemm product) {
  if (product.left_stride == 0) product.left_stride = product.left_is_transposed ? product.m : product.k;
  if (product.right_stride == 0) product.right_stride = product.right_is_transposed ? product.k : product.n;
  if (product.out_stride == 0) product.out_stride = product.n;
  if (product.batches > 1 && !product.left_is_transposed && product.right_batch_stride == 0 &&
      product.left_batch_stride == product.m * product.left_stride &&
      product.out_batch_stride == product.m * product.out_stride) {
    product.m *= product.batches;
    product.batches = 1;
  }
  return product;
}

// What products are added up in: half as float; integers without a sign, as they wrap around (signed overflow is undefined,
// and a promoted std::uint16_t has a sign).
template <class T>
struct SumOf {
  using type = T;
};
template <>
struct SumOf<half> {
  using type = float;
};
template <class T>
  requires std::is_integral_v<T>
struct SumOf<T> {
  using type = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
};

// For constant expressions.
template <class T>
constexpr void gemm_plainly(const T* left, const T* right, T* out, const Gemm& g) {
  using Summed = typename SumOf<T>::type;
  for (std::int64_t i = 0; i < g.m; ++i) {
    for (std::int64_t j = 0; j < g.n; ++j) {
      Summed sum = g.adds ? static_cast<Summed>(out[i * g.out_stride + j]) : Summed{};
      for (std::int64_t p = 0; p < g.k; ++p) {
        const T& a = left[g.left_is_transposed ? p * g.left_stride + i : i * g.left_stride + p];
        const T& b = right[g.right_is_transposed ? j * g.right_stride + p : p * g.right_stride + j];
        sum += static_cast<Summed>(a) * static_cast<Summed>(b);
      }
      out[i * g.out_stride + j] = static_cast<T>(sum);
    }
  }
}

}  // namespace detail

// For float, double, half, std::complex of the two and integers without a sign; all numbers of `product` are filled in.
template <class T>
void gemm_kernel(const T* left, const T* right, T* out, const Gemm& product);

// Multiplies. `out` overlaps neither operand. Sums of half are kept as float; integers wrap around. Large products are
// shared between threads; the result does not depend on how many there are.
template <class T>
constexpr void gemm(const T* left, const T* right, T* out, const Gemm& product) {
  const Gemm g = detail::prepared(product);
  if (std::is_constant_evaluated()) {
    for (std::int64_t i = 0; i < g.batches; ++i) {
      detail::gemm_plainly(left + i * g.left_batch_stride, right + i * g.right_batch_stride,
                           out + i * g.out_batch_stride, g);
    }
  } else if constexpr (std::is_integral_v<T>) {
    // Both signs wrap around to the same bits.
    using Unsigned = std::make_unsigned_t<T>;
    gemm_kernel(reinterpret_cast<const Unsigned*>(left), reinterpret_cast<const Unsigned*>(right),
                reinterpret_cast<Unsigned*>(out), g);
  } else {
    gemm_kernel(left, right, out, g);
  }
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/matmul.hpp"
#endif
