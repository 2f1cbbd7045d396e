// SPDX-License-Identifier: BSL-1.0
// How do an image's windows become columns (im2col), and columns an image (col2im)? Elements move, so that every type does
// for unfold; fold adds.
#pragma once

#include "config.hpp"
#include "window.hpp"

namespace shapeproof::engine {

// For each plane [kernel.height * kernel.width, out.height * out.width], padding as zeros.
template <class T>
void unfold(const T* in, T* columns, const WindowExtents& extents);
// The sums of what unfold would take from each position.
template <class T>
void fold(const T* columns, T* out, const WindowExtents& extents);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/unfold.hpp"
#endif
