// SPDX-License-Identifier: BSL-1.0
// Which matrices multiply? The left one's columns are the right one's rows; batch axes in front are equal.
//
//   [..., m, k] x [..., k, n] -> [..., m, n]
#pragma once

#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

constexpr Ruling matmul_rule(const ShapeValue& left, const ShapeValue& right, Refusal* why = nullptr) {
  if (left.rank < 2 || right.rank < 2) {
    return refuse(why) << "matmul: the " << (left.rank < 2 ? "left" : "right") << " operand has rank "
                       << (left.rank < 2 ? left.rank : right.rank)
                       << "; a matrix has two axes: unsqueeze makes a row or a column of a vector";
  }
  if (left.rank != right.rank) {
    return refuse(why) << "matmul: rank " << left.rank << " on the left and " << right.rank
                       << " on the right; batch axes must be equal: broadcast_to<...> repeats an operand";
  }
  ShapeValue result = left;
  bool checks = false;
  for (int axis = 0; axis < left.rank - 2; ++axis) {
    const Ruling same = same_extent_rule("matmul", axis, left[axis], right[axis], why);
    if (!same.holds) return same;
    result[axis] = same.result[0];
    checks = checks || same.checks_at_run_time;
  }
  const ExtentValue& columns = left[left.rank - 1];
  const ExtentValue& rows = right[right.rank - 2];
  const Comparison comparison = compare(columns, rows);
  if (!comparison.holds()) {
    const Objection objection = refuse(why, left.rank - 1);
    objection << "matmul: the left operand has " << columns << " columns, the right operand " << rows << " rows";
    detail::say_why(objection, comparison.relation, columns, rows);
    return objection;
  }
  if (const Ruling names = same_names_rule("matmul", left, right, why); !names.holds) return names;
  result[left.rank - 1] = right[right.rank - 1];
  // Operands of no element can have a product of too many.
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, checks || comparison.relation == Relation::check);
}

}  // namespace shapeproof
