// SPDX-License-Identifier: BSL-1.0
// Which numbers does a kernel that moves a window need? Two axes always: what has one axis is one element high.
#pragma once

#include <cstdint>

namespace shapeproof::engine {

// Height and width.
struct Plane {
  std::int64_t height = 1;
  std::int64_t width = 1;
  [[nodiscard]] constexpr std::int64_t count() const { return height * width; }
};

// How a window moves: the input position under the kernel's element k at the place o is o * stride + k * dilation - padding.
struct Window {
  Plane kernel{1, 1};
  Plane stride{1, 1};
  Plane padding{0, 0};  // in front; what is behind follows from the extents
  Plane dilation{1, 1};
};

// Images and their planes, one for each channel, and what comes out.
struct WindowExtents {
  std::int64_t planes = 0;  // images times channels
  Plane in{};
  Plane out{};
  Window window{};
};

}  // namespace shapeproof::engine
