// SPDX-License-Identifier: BSL-1.0
// gemm of each element type: Eigen for float, double and complex; half by way of float; plain loops for integers. Large
// products are cut into blocks of rows or columns.
#pragma once

#include <algorithm>

#include "../matmul.hpp"
#include "../parallel.hpp"
#include "eigen.hpp"
#include "onednn.hpp"
#include "scratch.hpp"
#if SHAPEPROOF_CBLAS
#include <cblas.h>
#endif

namespace shapeproof::engine {
namespace detail {

// How many products are worth another thread, and where a product may be cut so that the same sums are added up in the
// same order as in one piece: whole tiles of Eigen's kernels, which are 4 rows high and at most 48 columns wide.
inline constexpr double gemm_grain = 1 << 20;
inline constexpr std::int64_t gemm_tile_rows = 16;
inline constexpr std::int64_t gemm_tile_columns = 96;

template <bool IsTransposed, class T>
auto matrix(const T* data, std::int64_t rows, std::int64_t columns, std::int64_t stride) {
  using Stored = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, IsTransposed ? Eigen::ColMajor : Eigen::RowMajor>;
  return Eigen::Map<const Stored, Eigen::Unaligned, Eigen::OuterStride<>>(data, rows, columns,
                                                                          Eigen::OuterStride<>(stride));
}

// Where Eigen packs its operands: in memory that each thread keeps. Memory of its own, new for each product, would come from
// the system page by page, which can take longer than the product.
template <class T>
class Packing : public Eigen::internal::level3_blocking<T, T> {
 public:
  Packing(std::int64_t rows, std::int64_t columns, std::int64_t depth) {
    this->m_mc = rows;
    this->m_nc = columns;
    this->m_kc = depth;
    Eigen::internal::computeProductBlockingSizes<T, T>(this->m_kc, this->m_mc, this->m_nc);
    this->m_blockA = scratch<T, packed_left>(this->m_mc * this->m_kc);
    this->m_blockB = scratch<T, packed_right>(this->m_kc * this->m_nc);
  }

 private:
  static constexpr int packed_left = 100;
  static constexpr int packed_right = 101;
};

template <bool LeftIsTransposed, bool RightIsTransposed, class T>
void gemm_by_eigen(const T* left, const T* right, T* out, const Gemm& g) {
  using Stored = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  Eigen::Map<Stored, Eigen::Unaligned, Eigen::OuterStride<>> c(out, g.m, g.n, Eigen::OuterStride<>(g.out_stride));
  // Vectors and tiny matrices have ways of their own in Eigen, which pack nothing.
  if (g.m == 1 || g.n == 1 || g.k == 0 || g.m + g.n + g.k < EIGEN_GEMM_TO_COEFFBASED_THRESHOLD) {
    const auto a = matrix<LeftIsTransposed>(left, g.m, g.k, g.left_stride);
    const auto b = matrix<RightIsTransposed>(right, g.k, g.n, g.right_stride);
    if (g.adds) c.noalias() += a * b;
    else c.noalias() = a * b;
    return;
  }
  constexpr auto order = [](bool is_transposed) { return is_transposed ? Eigen::ColMajor : Eigen::RowMajor; };
  using Product = Eigen::internal::general_matrix_matrix_product<Eigen::Index, T, order(LeftIsTransposed), false, T,
                                                                 order(RightIsTransposed), false, Eigen::RowMajor, 1>;
  if (!g.adds) c.setZero();
  // The kernel makes columns, so that rows of ours are columns of its result.
  Packing<T> packing(g.n, g.m, g.k);
  Product::run(g.m, g.n, g.k, left, g.left_stride, right, g.right_stride, out, 1, g.out_stride, T(1), packing);
}

// Row by row, so that the innermost loop runs along rows; if `right` lies transposed, along columns of both.
template <class T>
void gemm_of_integers(const T* left, const T* right, T* out, const Gemm& g) {
  using Sum = typename SumOf<T>::type;
  for (std::int64_t i = 0; i < g.m; ++i) {
    T* row = out + i * g.out_stride;
    if (!g.adds) std::fill_n(row, g.n, T{0});
    for (std::int64_t p = 0; p < g.k; ++p) {
      const Sum factor = left[g.left_is_transposed ? p * g.left_stride + i : i * g.left_stride + p];
      const T* other = right + (g.right_is_transposed ? p : p * g.right_stride);
      const std::int64_t step = g.right_is_transposed ? g.right_stride : 1;
      if (step == 1) {
        for (std::int64_t j = 0; j < g.n; ++j) row[j] = static_cast<T>(row[j] + factor * other[j]);
      } else {
        for (std::int64_t j = 0; j < g.n; ++j) row[j] = static_cast<T>(row[j] + factor * other[j * step]);
      }
    }
  }
}

#if SHAPEPROOF_ONEDNN
inline void gemm_by_onednn(const float* left, const float* right, float* out, const Gemm& g) {
  const onednn::OneThread alone;
  onednn::check(dnnl_sgemm(g.left_is_transposed ? 'T' : 'N', g.right_is_transposed ? 'T' : 'N', g.m, g.n, g.k, 1.0F,
                           left, g.left_stride, right, g.right_stride, g.adds ? 1.0F : 0.0F, out, g.out_stride));
}
#endif

// Whether the system's BLAS multiplies, which has its own threads.
template <class T>
inline constexpr bool is_for_blas = SHAPEPROOF_CBLAS && (sizeof(T) > 2 && !std::is_integral_v<T>);

#if SHAPEPROOF_CBLAS
template <class T>
void gemm_by_blas(const T* left, const T* right, T* out, const Gemm& g) {
  const auto transposed = [](bool is) { return is ? CblasTrans : CblasNoTrans; };
  const T one(1);
  const T beta(g.adds ? 1 : 0);
  const auto call = [&](const auto& function, const auto& alpha, const auto& kept) {
    function(CblasRowMajor, transposed(g.left_is_transposed), transposed(g.right_is_transposed), static_cast<int>(g.m),
             static_cast<int>(g.n), static_cast<int>(g.k), alpha, left, static_cast<int>(g.left_stride), right,
             static_cast<int>(g.right_stride), kept, out, static_cast<int>(g.out_stride));
  };
  if constexpr (std::is_same_v<T, float>) call(cblas_sgemm, one, beta);
  else if constexpr (std::is_same_v<T, double>) call(cblas_dgemm, one, beta);
  else if constexpr (sizeof(T) == 8) call(cblas_cgemm, &one, &beta);
  else call(cblas_zgemm, &one, &beta);
}
#endif

// One product on one thread.
template <class T>
void gemm_once(const T* left, const T* right, T* out, const Gemm& g) {
  if constexpr (std::is_integral_v<T>) {
    gemm_of_integers(left, right, out, g);
#if SHAPEPROOF_CBLAS
  } else if constexpr (is_for_blas<T>) {
    gemm_by_blas(left, right, out, g);
#elif SHAPEPROOF_ONEDNN
  } else if constexpr (std::is_same_v<T, float>) {
    gemm_by_onednn(left, right, out, g);
#endif
  } else if (g.left_is_transposed) {
    if (g.right_is_transposed) gemm_by_eigen<true, true>(left, right, out, g);
    else gemm_by_eigen<true, false>(left, right, out, g);
  } else {
    if (g.right_is_transposed) gemm_by_eigen<false, true>(left, right, out, g);
    else gemm_by_eigen<false, false>(left, right, out, g);
  }
}

// Rows or columns [first, last) of one product.
template <class T>
void gemm_part(const T* left, const T* right, T* out, Gemm g, bool by_rows, std::int64_t first, std::int64_t last) {
  if (by_rows) {
    g.m = last - first;
    gemm_once(left + first * (g.left_is_transposed ? 1 : g.left_stride), right, out + first * g.out_stride, g);
  } else {
    g.n = last - first;
    gemm_once(left, right + first * (g.right_is_transposed ? g.right_stride : 1), out + first, g);
  }
}

// The work is numbered: each product of the batch has `tiles` pieces, the last of which is larger where they do not come
// out even.
template <class T>
void gemm_shared(const T* left, const T* right, T* out, const Gemm& g) {
  // Each thread packs all of one operand for itself: the smaller one.
  const bool by_rows = g.m >= g.n || g.n < 2 * gemm_tile_columns;
  const std::int64_t tile = by_rows ? gemm_tile_rows : gemm_tile_columns;
  const std::int64_t extent = by_rows ? g.m : g.n;
  const std::int64_t tiles = is_for_blas<T> ? 1 : std::max<std::int64_t>(extent / tile, 1);
  const double work = static_cast<double>(g.m) * static_cast<double>(g.n) * static_cast<double>(g.k);
  const auto grain = static_cast<std::int64_t>(gemm_grain * static_cast<double>(tiles) / std::max(work, 1.0)) + 1;
  parallel_for(g.batches * tiles, grain, [&](std::int64_t begin, std::int64_t end) {
    while (begin < end) {
      const std::int64_t batch = begin / tiles;
      const std::int64_t first = begin % tiles;
      const std::int64_t last = std::min(tiles, first + end - begin);
      gemm_part(left + batch * g.left_batch_stride, right + batch * g.right_batch_stride,
                out + batch * g.out_batch_stride, g, by_rows, first * tile, last == tiles ? extent : last * tile);
      begin += last - first;
    }
  });
}

// A matrix of half as one of float, without gaps.
template <class T>
Room<float> widened(const T* data, std::int64_t rows, std::int64_t columns, std::int64_t stride) {
  Room<float> wide(rows * columns);
  for (std::int64_t i = 0; i < rows; ++i) std::copy_n(data + i * stride, columns, wide.get() + i * columns);
  return wide;
}

// A template, so that who multiplies no half does not pay for float's kernels.
template <class T>
void gemm_by_float(const T* left, const T* right, T* out, const Gemm& g) {
  Gemm wide = g;
  wide.batches = 1;
  wide.left_stride = wide.right_stride = wide.out_stride = 0;
  wide = prepared(wide);
  for (std::int64_t i = 0; i < g.batches; ++i) {
    const auto a =
        widened(left + i * g.left_batch_stride, g.left_is_transposed ? g.k : g.m, wide.left_stride, g.left_stride);
    const auto b =
        widened(right + i * g.right_batch_stride, g.right_is_transposed ? g.n : g.k, wide.right_stride, g.right_stride);
    T* target = out + i * g.out_batch_stride;
    auto c = g.adds ? widened(target, g.m, g.n, g.out_stride) : Room<float>(g.m * g.n);
    gemm_shared(a.get(), b.get(), c.get(), wide);
    for (std::int64_t row = 0; row < g.m; ++row) std::copy_n(c.get() + row * g.n, g.n, target + row * g.out_stride);
  }
}

// Sums of nothing; not every engine knows them.
template <class T>
void gemm_of_nothing(T* out, const Gemm& g) {
  if (g.adds) return;
  for (std::int64_t i = 0; i < g.batches; ++i) {
    for (std::int64_t row = 0; row < g.m; ++row) {
      std::fill_n(out + i * g.out_batch_stride + row * g.out_stride, g.n, T{});
    }
  }
}

}  // namespace detail

template <class T>
void gemm_kernel(const T* left, const T* right, T* out, const Gemm& product) {
  if (product.m == 0 || product.n == 0) return;
  if (product.k == 0) return detail::gemm_of_nothing(out, product);
  if constexpr (std::is_same_v<T, half>) detail::gemm_by_float(left, right, out, product);
  else detail::gemm_shared(left, right, out, product);
}

}  // namespace shapeproof::engine
