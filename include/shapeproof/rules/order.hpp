// SPDX-License-Identifier: BSL-1.0
// Does a reshape only regroup neighbours? Named factors keep their order; where one stood before another and now stands
// behind it, elements of one axis would be read as those of the other.
//
//   [N, T, H*64] -> [N, H, T, 64]   T moves across H
#pragma once

#include "names.hpp"

namespace shapeproof::detail {

// The names that the axes of a shape multiply to, each with its axis. A sum, T+1, is one name.
struct NamedFactors {
  static constexpr int max_size = 32;
  int size = 0;
  Name names[max_size] = {};
  int axes[max_size] = {};

  constexpr void add(const Name& name, int axis) {
    if (size == max_size) return;
    names[size] = name;
    axes[size++] = axis;
  }
  // Where a name stands; -1 where it stands nowhere, or more than once.
  [[nodiscard]] constexpr int axis_of(const Name& name) const {
    int axis = -1;
    for (int i = 0; i < size; ++i) {
      if (!(names[i] == name)) continue;
      if (axis >= 0) return -1;
      axis = axes[i];
    }
    return axis;
  }
};

constexpr NamedFactors named_factors(const ShapeValue& shape, int first, int last, Workspace& work) {
  NamedFactors all;
  for (int axis = first; axis < last; ++axis) {
    const ExtentValue& extent = shape[axis];
    if (!extent.has_symbol() || extent.is_hole() || extent.is_impossible()) continue;
    const Polynomial sum = symbol_of(extent.symbol, work);
    if (sum.size() != 1) all.add(Name::of(extent.symbol.text), axis);
    for (int k = 0; sum.size() == 1 && k < sum[0].degree; ++k) all.add(work.text(sum[0].factor(k)), axis);
  }
  return all;
}

constexpr bool has_symbols(const ShapeValue& shape, int first, int last) {
  for (int axis = first; axis < last; ++axis) {
    if (shape[axis].has_symbol()) return true;
  }
  return false;
}

// Axes [first, last) of `from` become `to`.
constexpr Ruling order_rule(const char* operation, const ShapeValue& from, int first, int last, const ShapeValue& to,
                            Refusal* why) {
  if (last - first < 2 || !has_symbols(from, first, last) || !has_symbols(to, 0, to.rank)) return allow(to);
  Workspace work;
  const NamedFactors before = named_factors(from, first, last, work);
  const NamedFactors after = named_factors(to, 0, to.rank, work);
  for (int i = 0; i < before.size; ++i) {
    for (int k = i + 1; k < before.size; ++k) {
      if (before.axis_of(before.names[i]) >= before.axis_of(before.names[k]) || before.axis_of(before.names[i]) < 0) {
        continue;
      }
      const int left = after.axis_of(before.names[i]);
      const int right = after.axis_of(before.names[k]);
      if (left < 0 || right < 0 || left <= right) continue;
      return refuse(why, before.axes[i]) << operation << ": " << before.names[i] << " moves across " << before.names[k]
                                         << "; reshape only regroups neighbours: permute moves axes";
    }
  }
  return allow(to);
}

}  // namespace shapeproof::detail
