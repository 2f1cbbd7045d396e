// SPDX-License-Identifier: BSL-1.0
// Which order of axes is asked for? Every axis is named once.
//
//   permute<2, 0, 1>   [a, b, c] -> [c, a, b]
#pragma once

#include "axes.hpp"

namespace shapeproof {

// Axis i of the result is axis order[i] of the operand; negative axes count from the end.
struct AxisOrder {
  int size = 0;                         // how many are given
  int axes[ShapeValue::max_rank] = {};  // axis i of the result is axis axes[i] of the operand
};

namespace detail {

constexpr Ruling say_permute(Refusal* why, const AxisOrder& order, int twice, int missing) {
  const Objection objection = refuse(why, twice);
  objection << "permute<";
  for (int i = 0; i < order.size; ++i) objection << (i > 0 ? ", " : "") << order.axes[i];
  return objection << ">: axis " << twice << " is named twice and axis " << missing << " not at all";
}

}  // namespace detail

// [a, b, c], order 2, 0, 1 -> [c, a, b]; each axis stands there once.
constexpr Ruling permute_rule(const ShapeValue& from, const AxisOrder& order, Refusal* why = nullptr) {
  if (order.size != from.rank) {
    return refuse(why) << "permute: " << order.size << " axes are named, the operand has rank " << from.rank
                       << "; each axis is named once";
  }
  bool seen[ShapeValue::max_rank] = {};
  int twice = -1;
  ShapeValue result;
  for (int i = 0; i < order.size; ++i) {
    if (const Ruling ruling = axis_rule("permute", order.axes[i], from.rank, why); !ruling.holds) return ruling;
    const int axis = detail::from_front(order.axes[i], from.rank);
    if (seen[axis] && twice < 0) twice = axis;
    seen[axis] = true;
    result.push_back(from[axis]);
  }
  if (twice >= 0) {
    int missing = 0;
    while (seen[missing]) ++missing;
    return detail::say_permute(why, order, twice, missing);
  }
  return allow(result);
}

namespace detail {

constexpr AxisOrder swapped(int rank, int first, int second) {
  AxisOrder order{rank, {}};
  for (int i = 0; i < rank; ++i) order.axes[i] = i;
  order.axes[first] = second;
  order.axes[second] = first;
  return order;
}

}  // namespace detail

// Two axes change places; the last two unless others are named.
constexpr Ruling transpose_rule(const ShapeValue& from, int first = -2, int second = -1, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("transpose", first, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = axis_rule("transpose", second, from.rank, why); !ruling.holds) return ruling;
  const int a = detail::from_front(first, from.rank);
  const int b = detail::from_front(second, from.rank);
  return permute_rule(from, detail::swapped(from.rank, a, b), why);
}

}  // namespace shapeproof
