// SPDX-License-Identifier: BSL-1.0
// How are images made larger and smaller? With PyTorch's coordinates (aten/src/ATen/native/UpSample.h), from exact fractions.
#pragma once

#include "config.hpp"
#include "window.hpp"

namespace shapeproof::engine {

// How far apart in the input neighbours of the output are, along one axis.
struct ResizeStep {
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};
struct Resize {
  std::int64_t planes = 0;
  Plane in{};
  Plane out{};
  ResizeStep height{};
  ResizeStep width{};
};

// Output i is the input at floor(i * step).
template <class T>
void resize_nearest(const T* in, T* out, const Resize& extents);
// Output i lies at (i + 1/2) * step - 1/2, at least 0, between two inputs; with aligned corners at i * step.
template <class T>
void resize_bilinear(const T* in, T* out, const Resize& extents, bool aligns_corners);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/resize.hpp"
#endif
