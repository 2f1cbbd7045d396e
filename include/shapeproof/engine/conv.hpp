// SPDX-License-Identifier: BSL-1.0
// How are images convolved? Elements are float, double or half; half is computed as float.
#pragma once

#include "config.hpp"
#include "window.hpp"

namespace shapeproof::engine {

// [images, channels, in] with [filters, channels / groups, window.kernel] to [images, filters, out]. Transposed, the kernel
// is [channels, filters / groups, window.kernel], and the window moves over what comes out.
struct Convolution {
  std::int64_t images = 1;
  std::int64_t groups = 1;
  std::int64_t channels = 1;
  std::int64_t filters = 1;
  Plane in{};
  Plane out{};
  Window window{};
};

// `bias` holds a number for each filter, or is null. `out` is none of the others.
template <class T>
void convolve(const T* in, const T* kernel, const T* bias, T* out, const Convolution& extents);
template <class T>
void convolve_transposed(const T* in, const T* kernel, const T* bias, T* out, const Convolution& extents);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/conv.hpp"
#endif
