// SPDX-License-Identifier: BSL-1.0
// Normalising: statistics of a group while it is in the cache, then one pass that applies them.
#pragma once

#include <cmath>
#include <memory>

#include "../cast.hpp"
#include "../normalize.hpp"
#include "../parallel.hpp"
#include "reduce.hpp"

namespace shapeproof::engine {
namespace detail {

// Rows up to this length are read twice for mean and squares; longer ones block by block.
inline constexpr std::int64_t longest_short_row = 8192;

// The sum of (x - mean)^2 of at most block_size elements, added up as block_sum does it.
template <class T>
T block_squares(const T* in, std::int64_t count, T mean) {
  const std::int64_t part = count / 4;
  const auto squares = [&](std::int64_t begin, std::int64_t size) {
    return (Values<T>(in + begin, size) - mean).square();
  };
  if (part < 16) return squares(0, count).sum();
  const T sum = ((squares(0, part) + squares(part, part)) + (squares(2 * part, part) + squares(3 * part, part))).sum();
  return count == 4 * part ? sum : sum + squares(4 * part, count - 4 * part).sum();
}

template <class T>
double sum_of_squares(const T* in, std::int64_t count, T mean) {
  double sum = 0;
  for_blocks(count, block_size, [&](std::int64_t begin, std::int64_t size) {
    sum += static_cast<double>(block_squares(in + begin, size, mean));
  });
  return sum;
}

template <class T>
Moments row_moments(const T* in, std::int64_t count) {
  if (count > longest_short_row) return moments(in, count);
  const double mean = Kernel<Sum, T>{{}, Sum{}}.run(in, count, 0) / static_cast<double>(count);
  return {static_cast<double>(count), mean, sum_of_squares(in, count, static_cast<T>(mean))};
}

template <class T>
T inverse_root(double variance, double epsilon) {
  return static_cast<T>(1 / std::sqrt(variance + epsilon));
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

template <class T>
void normalizing_rows(RowNorm kind, const T* in, T* out, std::int64_t rows, std::int64_t columns, Affine<T> affine,
                      double epsilon) {
  if (columns == 0) return;
  const auto n = static_cast<double>(columns);
  parallel_for(rows, elements_at_once / columns + 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      const T* from = in + row * columns;
      const Moments found =
          kind == RowNorm::layer ? row_moments(from, columns) : Moments{n, 0, sum_of_squares(from, columns, T{0})};
      apply_to_row(from, out + row * columns, columns, static_cast<T>(found.mean),
                   inverse_root<T>(found.squares / n, epsilon), affine);
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
      const Moments found = row_moments(from, size);
      const T mean = static_cast<T>(found.mean), scale = inverse_root<T>(found.squares / found.count, epsilon);
      for (std::int64_t i = 0; i < channels; ++i) {
        apply_to_channel(from + i * shape.inner, out + n * size + i * shape.inner, shape.inner, mean, scale, affine,
                         n % groups * channels + i);
      }
    }
  });
}

// [batch, channels]: what is the same for all rows is worked out once.
template <class T>
void normalizing_flat_channels(const T* in, T* out, const Channels& shape, const T* mean, const T* variance,
                               Affine<T> affine, double epsilon) {
  const auto count = static_cast<std::size_t>(shape.channels);
  const auto scales = std::make_unique_for_overwrite<T[]>(count);
  for (std::int64_t i = 0; i < shape.channels; ++i) {
    scales[static_cast<std::size_t>(i)] =
        inverse_root<T>(static_cast<double>(variance[i]), epsilon) * at_or(affine.weight, i, T{1});
  }
  const Values<T> means(mean, shape.channels), factors(scales.get(), shape.channels);
  const Values<T> biases(affine.bias, shape.channels);
  parallel_for(shape.batch, elements_at_once / shape.channels + 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      const Values<T> x(in + row * shape.channels, shape.channels);
      WritableValues<T> y(out + row * shape.channels, shape.channels);
      if (affine.bias != nullptr) y = (x - means) * factors + biases;
      else y = (x - means) * factors;
    }
  });
}

template <class T>
void normalizing_channels(const T* in, T* out, const Channels& shape, const T* mean, const T* variance,
                          Affine<T> affine, double epsilon) {
  if (shape.count() == 0) return;
  if (shape.inner == 1) return normalizing_flat_channels(in, out, shape, mean, variance, affine, epsilon);
  parallel_for(shape.batch * shape.channels, elements_at_once / shape.inner + 1,
               [&](std::int64_t begin, std::int64_t end) {
                 for (std::int64_t n = begin; n < end; ++n) {
                   const std::int64_t channel = n % shape.channels;
                   const T scale = inverse_root<T>(static_cast<double>(variance[channel]), epsilon);
                   apply_to_channel(in + n * shape.inner, out + n * shape.inner, shape.inner, mean[channel], scale,
                                    affine, channel);
                 }
               });
}

template <class T>
void keep_moments(const Moments& found, T& mean, T& variance) {
  mean = static_cast<T>(found.mean);
  variance = static_cast<T>(found.squares / found.count);
}

template <class T>
void normalizing_batch(const T* in, T* out, const Channels& shape, T* mean, T* variance, Affine<T> affine,
                       double epsilon) {
  if (shape.count() == 0) return;
  if (shape.inner == 1) {
    const Variance operation;
    fold(Kernel<Variance, T>{{}, operation}, in, Fold{1, shape.batch, shape.channels},
         [&](std::int64_t position, const Moments* found, std::int64_t width) {
           for (std::int64_t j = 0; j < width; ++j) keep_moments(found[j], mean[position + j], variance[position + j]);
         });
    return normalizing_channels(in, out, shape, mean, variance, affine, epsilon);
  }
  const std::int64_t grain = elements_at_once / (shape.batch * shape.inner) + 1;
  parallel_for(shape.channels, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t channel = begin; channel < end; ++channel) {
      const auto place = [&](std::int64_t sample) { return (sample * shape.channels + channel) * shape.inner; };
      Moments all{};
      for (std::int64_t i = 0; i < shape.batch; ++i) all = merged(all, row_moments(in + place(i), shape.inner));
      keep_moments(all, mean[channel], variance[channel]);
      const T scale = inverse_root<T>(all.squares / all.count, epsilon);
      for (std::int64_t i = 0; i < shape.batch; ++i) {
        apply_to_channel(in + place(i), out + place(i), shape.inner, mean[channel], scale, affine, channel);
      }
    }
  });
}

// half is computed as float.
class Floats {
 public:
  Floats(const half* values, std::int64_t count)
      : values_(values == nullptr ? nullptr
                                  : std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(count))) {
    if (values != nullptr) cast(values, values_.get(), count);
  }
  [[nodiscard]] float* get() const { return values_.get(); }

 private:
  std::unique_ptr<float[]> values_;
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
  const auto means = std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(shape.channels));
  const auto variances = std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(shape.channels));
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
