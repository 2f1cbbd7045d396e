// SPDX-License-Identifier: BSL-1.0
// Casts of many elements.
#pragma once

#include "../cast.hpp"
#include "write_each.hpp"

namespace shapeproof::engine {

template <class To, class From>
void cast(const From* from, To* to, std::int64_t count) {
  write_each_in_parallel(to, count, light_grain, [from](std::int64_t i) { return cast_element<To>(from[i]); });
}

}  // namespace shapeproof::engine
