// SPDX-License-Identifier: BSL-1.0
// What comes of a pattern that leaves axes out, and of the operation that folds them?
//
//   reduce "n c h w -> n c", "mean"   [n, c, h, w] -> [n, c]
#pragma once

#include "rearrange.hpp"
#include "reduce.hpp"

namespace shapeproof {

// What reduce<"b c h w -> b c", "mean"> can do.
inline constexpr const char* reduction_names[] = {"sum", "mean", "prod", "max", "min", "any", "all"};

namespace detail {

// Which of them is meant, or -1.
constexpr int reduction_index(const Name& name) {
  int index = 0;
  for (const char* known : reduction_names) {
    if (Name::of(known) == name) return index;
    ++index;
  }
  return -1;
}

}  // namespace detail

// The word names a reduction: sum, mean, prod, max, min, any or all.
constexpr Ruling reduction_name_rule(const PatternHead& head, const detail::Name& name, Refusal* why = nullptr) {
  if (detail::reduction_index(name) >= 0) return allow({});
  return refuse(why) << head << ": " << Quoted{name} << " is no reduction; sum, mean, prod, max, min, any and all are";
}

// reduce, by an operation that may want at least one element for each that is left.
constexpr Ruling reduce_by_pattern_rule(const Pattern& pattern, const GivenExtents& given, const ShapeValue& from,
                                        const Reduction& reduction, Refusal* why = nullptr,
                                        Arrangement* arrangement = nullptr) {
  Arrangement own;
  if (arrangement == nullptr) arrangement = &own;
  Ruling ruling = rearrange_rule(pattern, given, from, why, arrangement);
  if (!ruling.holds || reduction.has_value_of_nothing) return ruling;
  for (int axis = 0; axis < arrangement->left.rank; ++axis) {
    if (!arrangement->drops(axis)) continue;
    const ExtentValue& extent = arrangement->left[axis];
    if (extent.number == 0) {
      return refuse(why) << pattern.head << ": the axes that go hold no element; " << reduction.name
                         << " of none is not defined";
    }
    ruling.checks_at_run_time = ruling.checks_at_run_time || detail::is_open(extent, 0);
  }
  return ruling;
}

}  // namespace shapeproof
