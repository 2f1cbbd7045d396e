// SPDX-License-Identifier: BSL-1.0
// Convolutions as matrix products: for each image and group, kernels [filters, k] times columns [k, places], a block of
// places at a time, so that the columns stay in the cache. Kernels of one element take the image itself as columns; where
// each group has one channel, rows are added up directly.
#pragma once

#include "../../half.hpp"
#include "../conv.hpp"
#include "../matmul.hpp"
#include "../parallel.hpp"
#include "columns.hpp"
#include "eigen.hpp"
#include "onednn_conv.hpp"
#include "scratch.hpp"

namespace shapeproof::engine {
namespace detail {

// So many bytes of columns lie in the second cache, beside what the product needs there.
inline constexpr std::int64_t column_bytes = std::int64_t{1} << 18;
// Multiplications that are worth a thread.
inline constexpr std::int64_t parallel_products = std::int64_t{1} << 18;

template <class T>
using Row = Eigen::Array<T, 1, Eigen::Dynamic>;

// The extents of one image and group.
struct Group {
  std::int64_t channels;
  std::int64_t filters;
  std::int64_t depth;  // kernel elements that make one output

  explicit Group(const Convolution& c)
      : channels(c.channels / c.groups), filters(c.filters / c.groups), depth(channels * c.window.kernel.count()) {}
};

// `count` cut into equal blocks of at most about `most`, which are whole packets for the product.
inline std::int64_t block_length(std::int64_t count, std::int64_t most) {
  const std::int64_t blocks = (count + most - 1) / most;
  return ((count + blocks - 1) / blocks + 15) / 16 * 16;
}

inline bool takes_image_as_columns(const Convolution& c) {
  const Window& w = c.window;
  return w.kernel.count() == 1 && w.stride.count() == 1 && w.padding.height == 0 && w.padding.width == 0 &&
         c.in.count() == c.out.count();
}

template <class T>
void fill_rows(T* out, const T* bias, std::int64_t rows, std::int64_t stride, std::int64_t count) {
  for (std::int64_t i = 0; i < rows; ++i) std::fill_n(out + i * stride, count, bias == nullptr ? T{} : bias[i]);
}

// The places [first, first + count) of one image and group.
template <class T>
void convolve_block(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c, std::int64_t first,
                    std::int64_t count) {
  const Group group(c);
  const std::int64_t places = c.out.count();
  const T* columns = in + first;
  std::int64_t column_stride = places;
  if (!takes_image_as_columns(c)) {
    T* gathered = scratch<T>(group.depth * count);
    for (std::int64_t channel = 0; channel < group.channels; ++channel) {
      gather_columns(in + channel * c.in.count(), gathered + channel * c.window.kernel.count() * count, count, c.in,
                     c.out, c.window, first, count);
    }
    columns = gathered;
    column_stride = count;
  }
  fill_rows(out + first, bias, group.filters, places, count);
  gemm(kernel, columns, out + first,
       {.m = group.filters,
        .k = group.depth,
        .n = count,
        .adds = true,
        .right_stride = column_stride,
        .out_stride = places});
}

template <class T>
void convolve_by_products(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Group group(c);
  const std::int64_t places = c.out.count();
  const std::int64_t most = column_bytes / (std::max<std::int64_t>(group.depth, 1) * std::int64_t{sizeof(T)});
  // Where nothing is gathered, the product cuts its blocks itself.
  const std::int64_t length =
      takes_image_as_columns(c) ? places : block_length(places, std::max<std::int64_t>(most, 64));
  const std::int64_t blocks = (places + length - 1) / length;
  const std::int64_t products = std::max<std::int64_t>(group.filters * group.depth * length, 1);
  const std::int64_t grain = std::max<std::int64_t>(parallel_products / products, 1);
  parallel_for(c.images * c.groups * blocks, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t first = i % blocks * length;
      const std::int64_t image_group = i / blocks;
      const std::int64_t filter = image_group % c.groups * group.filters;
      convolve_block(in + image_group * group.channels * c.in.count(), kernel + filter * group.depth,
                     bias == nullptr ? bias : bias + filter, out + image_group * group.filters * places, c, first,
                     std::min(length, places - first));
    }
  });
}

// out[i] += factors[0] * in[i] + factors[1] * in[i + distance] + ...
template <class T>
void add_taps(T* out, const T* in, const T* factors, std::int64_t taps, std::int64_t count, std::int64_t distance) {
  const auto one = [&](std::int64_t tap) { return Eigen::Map<const Row<T>>(in + tap * distance, count); };
  Eigen::Map<Row<T>> sum(out, count);
  std::int64_t tap = 0;
  for (; tap + 3 <= taps; tap += 3) {
    sum += factors[tap] * one(tap) + factors[tap + 1] * one(tap + 1) + factors[tap + 2] * one(tap + 2);
  }
  for (; tap < taps; ++tap) sum += factors[tap] * one(tap);
}

// A row of one plane's outputs, by one row of the kernel and of the input: where all of the kernel is inside at once, and
// element by element at the edges.
template <class T>
void add_kernel_row(T* out, const T* in, const T* factors, const Convolution& c) {
  const Window& w = c.window;
  const auto inside = [&](std::int64_t k) {
    return places_inside(c.out.width, c.in.width, 1, k * w.dilation.width - w.padding.width);
  };
  Range all{inside(0).begin, inside(w.kernel.width - 1).end};
  if (all.begin >= all.end) all = {};
  if (all.begin < all.end) {
    add_taps(out + all.begin, in + all.begin - w.padding.width, factors, w.kernel.width, all.end - all.begin,
             w.dilation.width);
  }
  for (std::int64_t k = 0; k < w.kernel.width; ++k) {
    const T* from = in + k * w.dilation.width - w.padding.width;
    const Range range = inside(k);
    for (std::int64_t i = range.begin; i < std::min(all.begin, range.end); ++i) out[i] += factors[k] * from[i];
    for (std::int64_t i = std::max(all.end, range.begin); i < range.end; ++i) out[i] += factors[k] * from[i];
  }
}

// The same with a stride.
template <class T>
void add_kernel_row_by_phases(T* out, const T* in, const T* factors, const Convolution& c) {
  const Window& w = c.window;
  const std::int64_t stride = w.stride.width;
  const Phases<T> phases(in, c.in.width, stride, scratch<T>(c.in.width + stride));
  for (std::int64_t k = 0; k < w.kernel.width; ++k) {
    const std::int64_t offset = k * w.dilation.width - w.padding.width;
    const Range range = places_inside(c.out.width, c.in.width, stride, offset);
    if (range.begin == range.end) continue;
    Eigen::Map<Row<T>>(out + range.begin, range.end - range.begin) +=
        factors[k] * Eigen::Map<const Row<T>>(phases.from(offset) + range.begin, range.end - range.begin);
  }
}

// Each group has one channel, so that a filter is a plane by a plane.
template <class T>
void convolve_by_rows(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Window& w = c.window;
  const std::int64_t filters = c.filters / c.groups;
  const std::int64_t work = std::max<std::int64_t>(c.out.width * w.kernel.count(), 1);
  const std::int64_t grain = std::max<std::int64_t>(parallel_products / work, 1);
  parallel_for(c.images * c.filters * c.out.height, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t filter = i / c.out.height % c.filters;
      const std::int64_t channel = i / c.out.height / c.filters * c.channels + filter / filters;
      const std::int64_t top = i % c.out.height * w.stride.height - w.padding.height;
      T* row = out + i * c.out.width;
      std::fill_n(row, c.out.width, bias == nullptr ? T{} : bias[filter]);
      for (std::int64_t k = 0; k < w.kernel.height; ++k) {
        const std::int64_t at = top + k * w.dilation.height;
        if (!is_in(at, c.in.height)) continue;
        const T* from = in + (channel * c.in.height + at) * c.in.width;
        const T* factors = kernel + (filter * w.kernel.height + k) * w.kernel.width;
        if (w.stride.width == 1) add_kernel_row(row, from, factors, c);
        else add_kernel_row_by_phases(row, from, factors, c);
      }
    }
  });
}

// The filters [first, first + count) of one image and group.
template <class T>
void convolve_transposed_block(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c,
                               std::int64_t first, std::int64_t count) {
  const Group group(c);
  const std::int64_t taps = c.window.kernel.count();
  const std::int64_t places = c.in.count();
  const std::int64_t rows = count * taps;
  const std::int64_t length =
      block_length(places, std::max<std::int64_t>(column_bytes / (rows * std::int64_t{sizeof(T)}), 64));
  T* columns = scratch<T>(rows * length);
  fill_rows(out + first * c.out.count(), bias == nullptr ? bias : bias + first, count, c.out.count(), c.out.count());
  for (std::int64_t place = 0; place < places; place += length) {
    const std::int64_t block = std::min(length, places - place);
    gemm(kernel + first * taps, in + place, columns,
         {.m = rows,
          .k = group.channels,
          .n = block,
          .left_is_transposed = true,
          .left_stride = group.filters * taps,
          .right_stride = places});
    for (std::int64_t i = 0; i < count; ++i) {
      scatter_columns(columns + i * taps * block, block, out + (first + i) * c.out.count(), c.out, c.in, c.window,
                      place, block);
    }
  }
}

template <class T>
void convolve_transposed_by_products(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Group group(c);
  // Fewer filters at a time would read the image more often, more of them would leave threads without work.
  const std::int64_t length = std::min<std::int64_t>(group.filters, 32);
  const std::int64_t blocks = length == 0 ? 0 : (group.filters + length - 1) / length;
  const std::int64_t products =
      std::max<std::int64_t>(length * c.window.kernel.count() * group.channels * c.in.count(), 1);
  const std::int64_t grain = std::max<std::int64_t>(parallel_products / products, 1);
  parallel_for(c.images * c.groups * blocks, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t first = i % blocks * length;
      const std::int64_t image_group = i / blocks;
      const std::int64_t part = image_group % c.groups;
      convolve_transposed_block(in + image_group * group.channels * c.in.count(),
                                kernel + part * group.channels * group.filters * c.window.kernel.count(),
                                bias == nullptr ? bias : bias + part * group.filters,
                                out + image_group * group.filters * c.out.count(), c, first,
                                std::min(length, group.filters - first));
    }
  });
}

// What a kernel does with float, done for half.
template <class Compute>
void as_float(const half* in, std::int64_t in_count, const half* kernel, std::int64_t kernel_count, const half* bias,
              std::int64_t bias_count, half* out, std::int64_t out_count, const Compute& compute) {
  const auto room = [](std::int64_t count) {
    return Buffer::allocate(static_cast<std::size_t>(count) * sizeof(float));
  };
  const auto widened = [&](const half* from, std::int64_t count) {
    Buffer wide = room(count);
    for (std::int64_t i = 0; i < count; ++i) static_cast<float*>(wide.data())[i] = static_cast<float>(from[i]);
    return wide;
  };
  const Buffer wide_in = widened(in, in_count);
  const Buffer wide_kernel = widened(kernel, kernel_count);
  const Buffer wide_bias = widened(bias, bias == nullptr ? 0 : bias_count);
  Buffer wide_out = room(out_count);
  const auto* sums = static_cast<const float*>(wide_out.data());
  compute(static_cast<const float*>(wide_in.data()), static_cast<const float*>(wide_kernel.data()),
          bias == nullptr ? nullptr : static_cast<const float*>(wide_bias.data()),
          static_cast<float*>(wide_out.data()));
  for (std::int64_t i = 0; i < out_count; ++i) out[i] = half(sums[i]);
}

}  // namespace detail

template <class T>
void convolve(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  if (c.images * c.filters * c.out.count() == 0) return;
#if SHAPEPROOF_ONEDNN
  if constexpr (std::is_same_v<T, float>) {
    if (onednn::convolve(in, kernel, bias, out, c)) return;
  }
#endif
  if constexpr (std::is_same_v<T, half>) {
    detail::as_float(in, c.images * c.channels * c.in.count(), kernel,
                     c.filters * (c.channels / c.groups) * c.window.kernel.count(), bias, c.filters, out,
                     c.images * c.filters * c.out.count(),
                     [&](const float* x, const float* w, const float* b, float* y) { convolve(x, w, b, y, c); });
  } else if (c.channels == c.groups && c.filters / c.groups < 4) {
    // With more filters for each channel, a product makes better use of what it has read.
    detail::convolve_by_rows(in, kernel, bias, out, c);
  } else {
    detail::convolve_by_products(in, kernel, bias, out, c);
  }
}

template <class T>
void convolve_transposed(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  if (c.images * c.filters * c.out.count() == 0) return;
  if constexpr (std::is_same_v<T, half>) {
    detail::as_float(
        in, c.images * c.channels * c.in.count(), kernel, c.channels * (c.filters / c.groups) * c.window.kernel.count(),
        bias, c.filters, out, c.images * c.filters * c.out.count(),
        [&](const float* x, const float* w, const float* b, float* y) { convolve_transposed(x, w, b, y, c); });
  } else {
    detail::convolve_transposed_by_products(in, kernel, bias, out, c);
  }
}

}  // namespace shapeproof::engine
