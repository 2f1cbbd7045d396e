// SPDX-License-Identifier: BSL-1.0
// Normalising: statistics of a group while it is in the cache, then one pass that applies them.
#pragma once

#include <cmath>

#include "../cast.hpp"
#include "../normalize.hpp"
#include "../parallel.hpp"
#include "reduce.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

template <class T>
double sum_of_squares(const T* in, std::int64_t count) {
  double sum = 0;
  for_blocks(count, block_size, [&](std::int64_t begin, std::int64_t size) {
    sum += static_cast<double>(block_sum(in + begin, size, [](const auto& x) { return x.square(); }));
  });
  return sum;
}

template <class T>
T inverse_root(double variance, double epsilon) {
  return 1 / std::sqrt(static_cast<T>(variance + epsilon));
}

// out = (in - mean) * scale * weight + bias, a weight and a bias for each element.
template <class T>
void apply_to_row(const T* in, T* out, std::int64_t count, T mean, T scale, Affine<T> affine) {
  const Values<T> x(in, count), weight(affine.weight, count), bias(affine.bias, count);
  WritableValues<T> y(out, count);
  if (affine.weight != nullptr && affine.bias != nullptr) {
    y = (x - mean) * scale * weight + bias;
  } else if (affine.weight != nullptr) {
    y = (x - mean) * scale * weight;
  } else if (affine.bias != nullptr) {
    y = (x - mean) * scale + bias;
  } else {
    y = (x - mean) * scale;
  }
}

template <class T>
T at_or(const T* values, std::int64_t i, T otherwise) {
  return values == nullptr ? otherwise : values[i];
}

// The same with one weight and one bias for all of a channel's elements.
template <class T>
void apply_to_channel(const T* in, T* out, std::int64_t count, T mean, T scale, Affine<T> affine,
                      std::int64_t channel) {
  const T factor = scale * at_or(affine.weight, channel, T{1});
  WritableValues<T>(out, count) = (Values<T>(in, count) - mean) * factor + at_or(affine.bias, channel, T{0});
}

// Short rows do without double: what is added up is a block.
template <class T>
void normalizing_row(RowNorm kind, const T* in, T* out, std::int64_t columns, Affine<T> affine, T share, T epsilon) {
  const T mean = kind == RowNorm::rms ? T{0} : block_sum(in, columns) * share;
  const T squares = block_sum(in, columns, [&](const auto& x) { return (x - mean).square(); });
  apply_to_row(in, out, columns, mean, 1 / std::sqrt(squares * share + epsilon), affine);
}
template <class T>
void normalizing_long_row(RowNorm kind, const T* in, T* out, std::int64_t columns, Affine<T> affine, double epsilon) {
  const auto n = static_cast<double>(columns);
  const Moments found = kind == RowNorm::rms ? Moments{n, 0, sum_of_squares(in, columns)} : moments(in, columns);
  apply_to_row(in, out, columns, static_cast<T>(found.mean), inverse_root<T>(found.squares / n, epsilon), affine);
}

template <class T>
void normalizing_rows(RowNorm kind, const T* in, T* out, std::int64_t rows, std::int64_t columns, Affine<T> affine,
                      double epsilon) {
  if (columns == 0) return;
  const T share = 1 / static_cast<T>(columns);
  parallel_for(rows, elements_at_once / columns + 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin * columns; i < end * columns; i += columns) {
      if (columns > block_size) normalizing_long_row(kind, in + i, out + i, columns, affine, epsilon);
      else normalizing_row(kind, in + i, out + i, columns, affine, share, static_cast<T>(epsilon));
    }
  });
}

template <class T>
void normalizing_groups(const T* in, T* out, const Channels& shape, std::int64_t groups, Affine<T> affine,
                        double epsilon) {
  const std::int64_t channels = shape.channels / groups;
  const std::int64_t size = channels * shape.inner;
  if (size == 0) return;
  parallel_for(shape.batch * groups, elements_at_once / size + 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t n = begin; n < end; ++n) {
      const T* from = in + n * size;
      const Moments found = moments(from, size);
      const T mean = static_cast<T>(found.mean), scale = inverse_root<T>(found.squares / found.count, epsilon);
      for (std::int64_t i = 0; i < channels; ++i) {
        apply_to_channel(from + i * shape.inner, out + n * size + i * shape.inner, shape.inner, mean, scale, affine,
                         n % groups * channels + i);
      }
    }
  });
}

template <class T>
void normalizing_channels(const T* in, T* out, const Channels& shape, const T* mean, const T* variance,
                          Affine<T> affine, double epsilon) {
  if (shape.count() == 0) return;
  const Room<T> scales(shape.channels);
  const WritableValues<T> factors(scales.get(), shape.channels);
  for (std::int64_t i = 0; i < shape.channels; ++i) {
    scales[i] = inverse_root<T>(static_cast<double>(variance[i]), epsilon);
  }
  if (shape.inner == 1) {
    const Affine<T> rest{nullptr, affine.bias};
    if (affine.weight != nullptr)
      WritableValues<T>(scales.get(), shape.channels) *= Values<T>(affine.weight, shape.channels);
    return parallel_for(shape.batch, elements_at_once / shape.channels + 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t i = begin * shape.channels; i < end * shape.channels; i += shape.channels) {
        const auto x = (Values<T>(in + i, shape.channels) - Values<T>(mean, shape.channels)) * factors;
        WritableValues<T> y(out + i, shape.channels);
        if (rest.bias != nullptr) y = x + Values<T>(rest.bias, shape.channels);
        else y = x;
      }
    });
  }
  parallel_for(shape.batch * shape.channels, elements_at_once / shape.inner + 1,
               [&](std::int64_t begin, std::int64_t end) {
                 for (std::int64_t n = begin; n < end; ++n) {
                   const std::int64_t channel = n % shape.channels;
                   apply_to_channel(in + n * shape.inner, out + n * shape.inner, shape.inner, mean[channel],
                                    scales[channel], affine, channel);
                 }
               });
}

// Moments themselves as a reduction's result.
template <class T>
struct MomentsKernel : Kernel<Variance, T> {
  [[nodiscard]] Moments finish(const Moments& found, std::int64_t) const { return found; }
};

// Two passes in the order in which elements lie: one channel at a time would jump through memory.
template <class T>
void normalizing_batch(const T* in, T* out, const Channels& shape, T* mean, T* variance, Affine<T> affine,
                       double epsilon) {
  if (shape.count() == 0) return;
  const Room<Moments> found(shape.channels);
  const Extents extents(ShapeValue{shape.batch, shape.channels, shape.inner});
  const Variance operation;
  const MomentsKernel<T> kernel{{{}, operation}};
  fold_all(kernel, in, runs_of(extents, 0b101), found.get());
  for (std::int64_t i = 0; i < shape.channels; ++i) {
    const Moments& each = found[i];
    mean[i] = static_cast<T>(each.mean);
    variance[i] = static_cast<T>(each.squares / each.count);
  }
  normalizing_channels(in, out, shape, mean, variance, affine, epsilon);
}

// half is computed as float.
class Floats {
 public:
  Floats(const half* values, std::int64_t count) : values_(values == nullptr ? 0 : count) {
    if (values != nullptr) cast(values, get(), count);
  }
  [[nodiscard]] float* get() const { return values_.get(); }

 private:
  Room<float> values_;
};

class AffineFloats {
 public:
  AffineFloats(Affine<half> affine, std::int64_t count) : weight_(affine.weight, count), bias_(affine.bias, count) {}
  [[nodiscard]] Affine<float> get() const { return {weight_.get(), bias_.get()}; }

 private:
  Floats weight_;
  Floats bias_;
};

inline void normalizing_rows(RowNorm kind, const half* in, half* out, std::int64_t rows, std::int64_t columns,
                             Affine<half> affine, double epsilon) {
  const Floats x(in, rows * columns);
  const AffineFloats parameters(affine, columns);
  normalizing_rows<float>(kind, x.get(), x.get(), rows, columns, parameters.get(), epsilon);
  cast(x.get(), out, rows * columns);
}
inline void normalizing_groups(const half* in, half* out, const Channels& shape, std::int64_t groups,
                               Affine<half> affine, double epsilon) {
  const Floats x(in, shape.count());
  const AffineFloats parameters(affine, shape.channels);
  normalizing_groups<float>(x.get(), x.get(), shape, groups, parameters.get(), epsilon);
  cast(x.get(), out, shape.count());
}
inline void normalizing_channels(const half* in, half* out, const Channels& shape, const half* mean,
                                 const half* variance, Affine<half> affine, double epsilon) {
  const Floats x(in, shape.count()), means(mean, shape.channels), variances(variance, shape.channels);
  const AffineFloats parameters(affine, shape.channels);
  normalizing_channels<float>(x.get(), x.get(), shape, means.get(), variances.get(), parameters.get(), epsilon);
  cast(x.get(), out, shape.count());
}
inline void normalizing_batch(const half* in, half* out, const Channels& shape, half* mean, half* variance,
                              Affine<half> affine, double epsilon) {
  const Floats x(in, shape.count());
  const AffineFloats parameters(affine, shape.channels);
  const Room<float> means(shape.channels);
  const Room<float> variances(shape.channels);
  if (shape.count() == 0) return;
  normalizing_batch<float>(x.get(), x.get(), shape, means.get(), variances.get(), parameters.get(), epsilon);
  cast(means.get(), mean, shape.channels);
  cast(variances.get(), variance, shape.channels);
  cast(x.get(), out, shape.count());
}

}  // namespace detail

template <class T>
void normalize_rows(RowNorm kind, const T* in, T* out, std::int64_t rows, std::int64_t columns, Affine<T> affine,
                    double epsilon) {
  detail::normalizing_rows(kind, in, out, rows, columns, affine, epsilon);
}
template <class T>
void normalize_groups(const T* in, T* out, const Channels& shape, std::int64_t groups, Affine<T> affine,
                      double epsilon) {
  detail::normalizing_groups(in, out, shape, groups, affine, epsilon);
}
template <class T>
void normalize_channels(const T* in, T* out, const Channels& shape, const T* mean, const T* variance, Affine<T> affine,
                        double epsilon) {
  detail::normalizing_channels(in, out, shape, mean, variance, affine, epsilon);
}
template <class T>
void normalize_batch(const T* in, T* out, const Channels& shape, T* mean, T* variance, Affine<T> affine,
                     double epsilon) {
  detail::normalizing_batch(in, out, shape, mean, variance, affine, epsilon);
}

}  // namespace shapeproof::engine
