// SPDX-License-Identifier: BSL-1.0
// How are elements normalised? By the mean and the variance of a group of them, in one pass over the group to know both
// and a second to apply them:
//
//   out = (x - mean) / sqrt(variance + epsilon) * weight + bias
//
// as PyTorch's functional.layer_norm, rms_norm, batch_norm and group_norm do.
#pragma once

#include "../half.hpp"
#include "../storage.hpp"
#include "config.hpp"

namespace shapeproof::engine {

// Both may be null: 1 and 0 for all.
template <class T>
struct Affine {
  const T* weight = nullptr;
  const T* bias = nullptr;
};

// [batch, channels, inner]: the axes of an input that has channels.
struct Channels {
  std::int64_t batch = 1;
  std::int64_t channels = 1;
  std::int64_t inner = 1;

  [[nodiscard]] constexpr std::int64_t count() const { return batch * channels * inner; }
};
constexpr Channels channels_of(const Extents& extents) {
  return {extents[0], extents[1], extents.count(2, extents.rank)};
}

// What normalises whole rows.
enum class RowNorm {
  layer,  // around the mean
  rms     // x / sqrt(mean(x^2) + epsilon), without a mean
};

// For half, float and double; in all of them, `out` may be `in`.

// [rows, columns], and parameters for each column.
template <class T>
void normalize_rows(RowNorm kind, const T* in, T* out, std::int64_t rows, std::int64_t columns, Affine<T> affine,
                    double epsilon);
// Each of `groups` of channels of a sample by itself; parameters for each channel.
template <class T>
void normalize_groups(const T* in, T* out, const Channels& shape, std::int64_t groups, Affine<T> affine,
                      double epsilon);
// By mean and variance of each channel, which are given.
template <class T>
void normalize_channels(const T* in, T* out, const Channels& shape, const T* mean, const T* variance, Affine<T> affine,
                        double epsilon);
// By mean and variance of each channel in the batch, which are written too. The variance divides by the count.
template <class T>
void normalize_batch(const T* in, T* out, const Channels& shape, T* mean, T* variance, Affine<T> affine,
                     double epsilon);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/normalize.hpp"
#endif
