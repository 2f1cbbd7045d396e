// SPDX-License-Identifier: BSL-1.0
// Convolutions as matrix products: for each image and group, kernels [filters, k] times columns [k, places], a block of
// places at a time, so that the columns stay in the cache. Kernels of one element take the image itself as columns.
#pragma once

#include "../conv.hpp"
#include "../matmul.hpp"
#include "../parallel.hpp"
#include "columns.hpp"
#include "conv_few.hpp"
#include "eigen.hpp"
#include "scratch.hpp"

namespace shapeproof::engine::detail {

// So many bytes of columns lie in the second cache, beside what the product needs there.
inline constexpr std::int64_t column_bytes = std::int64_t{1} << 18;
// Columns of so few places leave a product little to do with each kernel; columns of several images stand side by side then.
inline constexpr std::int64_t few_places = 64;
inline constexpr std::int64_t places_at_once = 256;

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

// The columns of one image and group, for the places [first, first + count).
template <class T>
void gather_channels(const T* in, T* columns, std::int64_t row_stride, const Convolution& c, std::int64_t first,
                     std::int64_t count) {
  const std::int64_t rows = c.window.kernel.count();
  for (std::int64_t channel = 0; channel < c.channels / c.groups; ++channel) {
    gather_columns(in + channel * c.in.count(), columns + channel * rows * row_stride, row_stride, c.in, c.out,
                   c.window, first, count);
  }
}

inline bool is_few(const Convolution& c) { return Group(c).depth <= most_few && !takes_image_as_columns(c); }

// The places [first, first + count) of one image and group.
template <class T>
void convolve_block(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c, std::int64_t first,
                    std::int64_t count) {
  const Group group(c);
  const std::int64_t places = c.out.count();
  const T* columns = in + first;
  std::int64_t column_stride = places;
  if (!takes_image_as_columns(c)) {
    column_stride = (count + FewProducts<T>::tile - 1) / FewProducts<T>::tile * FewProducts<T>::tile;
    T* gathered = scratch<T>(group.depth * column_stride);
    gather_channels(in, gathered, column_stride, c, first, count);
    columns = gathered;
  }
  if (is_few(c)) {
    const FewProducts<T> products{kernel, columns, bias, out + first, group.depth, column_stride, places};
    return products.run(group.filters, count);
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
void convolve_image_by_image(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Group group(c);
  const std::int64_t places = c.out.count();
  const std::int64_t bytes = is_few(c) ? few_bytes : column_bytes;
  const std::int64_t most = bytes / (std::max<std::int64_t>(group.depth, 1) * std::int64_t{sizeof(T)});
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

// `count` images from `in` on, of which one group is taken: one product for all of them.
template <class T>
void convolve_together(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c, std::int64_t count) {
  const Group group(c);
  const std::int64_t places = c.out.count(), all = count * places;
  T* columns = scratch<T>(group.depth * all);
  T* sums = scratch<T, 1>(group.filters * all);
  for (std::int64_t i = 0; i < count; ++i) {
    gather_channels(in + i * c.channels * c.in.count(), columns + i * places, all, c, 0, places);
  }
  fill_rows(sums, bias, group.filters, all, all);
  gemm(kernel, columns, sums, {.m = group.filters, .k = group.depth, .n = all, .adds = true});
  for (std::int64_t i = 0; i < count; ++i) {
    T* to = out + i * c.filters * places;
    for (std::int64_t f = 0; f < group.filters; ++f) std::copy_n(sums + f * all + i * places, places, to + f * places);
  }
}

template <class T>
void convolve_images_together(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const Group group(c);
  const std::int64_t at_once = std::min(places_at_once / c.out.count(), c.images);
  const std::int64_t blocks = (c.images + at_once - 1) / at_once;
  // One block alone leaves threads to the product.
  parallel_for(c.groups * blocks, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const std::int64_t image = i % blocks * at_once;
      const std::int64_t part = i / blocks;
      const std::int64_t filter = part * group.filters;
      convolve_together(in + (image * c.channels + part * group.channels) * c.in.count(), kernel + filter * group.depth,
                        bias == nullptr ? bias : bias + filter, out + (image * c.filters + filter) * c.out.count(), c,
                        std::min(at_once, c.images - image));
    }
  });
}

// oneDNN multiplies by few columns without packing the kernel first, and is slower with those of several images.
template <class T>
inline constexpr bool packs_kernels = !(SHAPEPROOF_ONEDNN && std::is_same_v<T, float>);

template <class T>
void convolve_by_products(const T* in, const T* kernel, const T* bias, T* out, const Convolution& c) {
  const bool is_small = c.out.count() <= few_places && c.images > 1 && !is_few(c);
  if (packs_kernels<T> && is_small) convolve_images_together(in, kernel, bias, out, c);
  else convolve_image_by_image(in, kernel, bias, out, c);
}

}  // namespace shapeproof::engine::detail
