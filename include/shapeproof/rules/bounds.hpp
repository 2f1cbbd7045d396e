// SPDX-License-Identifier: BSL-1.0
// Is an extent always large enough? Yes for all numbers that its names can hold, never, or open: to be checked once the
// numbers are known.
//
//   is_at_least((x + 2 * p - k) / s + 1, 1)      a window fits: yes | never | open
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// What can be said of a statement about named extents.
enum class Answer {
  yes,    // for all numbers
  never,  // for no number
  open    // for some, or it cannot be shown
};

// The extent may come out of arithmetic that is negative on the way, as `x - k` does. dyn is always open.
constexpr Answer is_at_least(const ExtentValue& extent, std::int64_t number) {
  if (extent.is_known()) return extent.number >= number ? Answer::yes : Answer::never;
  if (extent.is_impossible()) return Answer::never;
  if (extent.is_dyn() || extent.is_hole()) return Answer::open;
  detail::Workspace work;
  const detail::Polynomial excess = detail::polynomial_of(extent, work) + -number;
  if (detail::is_always_at_least(excess, 0)) return Answer::yes;
  return detail::is_always_at_least(-excess, 1) ? Answer::never : Answer::open;
}

// Whether `left` is at least `right`, whatever the names hold: N*M >= N, N >= N%3.
constexpr Answer is_at_least(const ExtentValue& left, const ExtentValue& right) { return is_at_least(left - right, 0); }

}  // namespace shapeproof
