// SPDX-License-Identifier: BSL-1.0
// How are windows of an image pooled? max_pool takes numbers of every real type, and NaN wins; averages are float, double or
// half, which is added up as float.
#pragma once

#include "config.hpp"
#include "window.hpp"

namespace shapeproof::engine {

// A window that holds no element gives the least number there is.
template <class T>
void max_pool(const T* in, T* out, const WindowExtents& extents);
// The sum over the number of elements; where padding is counted, over that of elements and padding, which at the far side is
// as wide as in front.
template <class T>
void avg_pool(const T* in, T* out, const WindowExtents& extents, bool counts_padding);

// Window i of n along an axis of length l is [floor(i * l / n), ceil((i + 1) * l / n)); extents.window is not looked at.
template <class T>
void adaptive_max_pool(const T* in, T* out, const WindowExtents& extents);
template <class T>
void adaptive_avg_pool(const T* in, T* out, const WindowExtents& extents);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/pool.hpp"
#endif
