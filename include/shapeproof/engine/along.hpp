// SPDX-License-Identifier: BSL-1.0
// Where does one axis lie? Between what goes slower and what goes faster: [outer, count, inner].
#pragma once

#include "../storage.hpp"

namespace shapeproof::engine {

struct Along {
  std::int64_t outer = 1;
  std::int64_t count = 1;
  std::int64_t inner = 1;

  [[nodiscard]] constexpr bool is_empty() const { return outer == 0 || count == 0 || inner == 0; }
};

constexpr Along along(const Extents& extents, int axis) {
  return {extents.count(0, axis), extents[axis], extents.count(axis + 1, extents.rank)};
}

}  // namespace shapeproof::engine
