// SPDX-License-Identifier: BSL-1.0
// What is an operation on elements, unless it says otherwise?
#pragma once

#include "../../rules/element_kind.hpp"
#include "../math/bits.hpp"

namespace shapeproof::engine {

template <class T>
concept Real = std::is_arithmetic_v<T>;
template <class T>
concept Complex = shapeproof::detail::ComplexLike<T>;

template <class T>
inline constexpr bool has_fractions = std::is_floating_point_v<T>;

// What an operation is unless it says otherwise.
struct Operation {
  static constexpr bool gives_bool = false;
  // Whether integers are computed without their sign.
  static constexpr bool wraps = false;
};
struct Question : Operation {
  static constexpr bool gives_bool = true;
};

}  // namespace shapeproof::engine
