// SPDX-License-Identifier: BSL-1.0
// Transposed convolutions as matrix products, whose columns are added up where a convolution would take them from.
#pragma once

#include "conv_products.hpp"

namespace shapeproof::engine::detail {

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

}  // namespace shapeproof::engine::detail
