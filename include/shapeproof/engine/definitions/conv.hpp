// SPDX-License-Identifier: BSL-1.0
// Which way of convolving is taken? oneDNN's where it is there and better; else matrix products, or rows where each group has
// one channel. half is computed as float.
#pragma once

#include "../../half.hpp"
#include "../conv.hpp"
#include "conv_products.hpp"
#include "conv_rows.hpp"
#include "conv_transposed.hpp"
#include "onednn_conv.hpp"

namespace shapeproof::engine {
namespace detail {

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
