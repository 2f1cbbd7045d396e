// SPDX-License-Identifier: BSL-1.0
// Which shapes come from regrouping neighbouring axes of one tensor?
//
//   merge    [a, b, c] -> [a, b*c]        neighbours first to last become one axis
//   split    [a, b] -> [a, c, d]          where b = c*d; one part may be worked out
#pragma once

#include "reshape.hpp"

namespace shapeproof {

// `last` is included, as in PyTorch's flatten(start_dim, end_dim).
constexpr Ruling merge_rule(const char* operation, const ShapeValue& from, int first, int last,
                            Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule(operation, first, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = axis_rule(operation, last, from.rank, why); !ruling.holds) return ruling;
  const int begin = detail::from_front(first, from.rank);
  const int end = detail::from_front(last, from.rank);
  if (begin > end) {
    return refuse(why, begin) << operation << ": the first axis, " << begin << ", stands behind the last, " << end;
  }
  ShapeValue result;
  for (int axis = 0; axis < begin; ++axis) result.push_back(from[axis]);
  result.push_back(begin == end ? from[begin] : from.count(begin, end + 1));
  for (int axis = end + 1; axis < from.rank; ++axis) result.push_back(from[axis]);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

// A tensor of rank 0 flattens to one element, as NumPy's ravel.
constexpr Ruling flatten_rule(const ShapeValue& from, int first, int last, Refusal* why = nullptr) {
  if (from.rank == 0 && first == 0 && last == -1) return allow(ExtentValue(1));
  return merge_rule("flatten", from, first, last, why);
}

// [..., a * b, ...] -> [..., a, b, ...]: the parts make the axis; one of them may be worked out.
constexpr Ruling split_rule(const ShapeValue& from, int axis, const ShapeValue& parts, Refusal* why = nullptr,
                            Values values = Values::none) {
  if (const Ruling ruling = axis_rule("split", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  const Ruling filled = fill_rule("split", from, at, at + 1, parts, why, values);
  if (!filled.holds) return filled;
  ShapeValue result;
  for (int i = 0; i < at; ++i) result.push_back(from[i]);
  for (const ExtentValue& part : filled.result) result.push_back(part);
  for (int i = at + 1; i < from.rank; ++i) result.push_back(from[i]);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, filled.checks_at_run_time);
}

}  // namespace shapeproof
