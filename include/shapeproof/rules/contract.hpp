// SPDX-License-Identifier: BSL-1.0
// Which matrices and vectors multiply? The left one's columns are the right one's rows; batch axes in front are equal.
//
//   matmul   [..., m, k] x [..., k, n] -> [..., m, n]     a batch of products
//            [..., m, k] x [k, n] -> [..., m, n]          one matrix meets all of a batch, on either side
//            [..., m, k] x [k] -> [..., m]                a vector on the right is a column that goes again
//            [k] x [..., k, n] -> [..., n]                on the left a row
//   dot      [k], [k] -> []
//   outer    [m], [n] -> [m, n]
//
// One matrix beside a batch is no broadcasting: as in "bmk,kn->bmn", nothing is repeated that the result does not have, and
// for a matrix on the right it is one product of all rows. Batch axes on both sides must be the same ones.
#pragma once

#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {
namespace detail {

// How many axes in front of its matrix an operand has.
constexpr int batch_rank(const ShapeValue& operand) { return operand.rank > 2 ? operand.rank - 2 : 0; }

// The batch axes of a product. `checks` is set where some are compared at run time.
constexpr Ruling batch_rule(const ShapeValue& left, const ShapeValue& right, Refusal* why) {
  if (batch_rank(left) != batch_rank(right) && batch_rank(left) > 0 && batch_rank(right) > 0) {
    return refuse(why) << "matmul: rank " << left.rank << " on the left and " << right.rank
                       << " on the right; batch axes must be equal: broadcast_to<...> repeats an operand";
  }
  const ShapeValue& longer = batch_rank(left) > 0 ? left : right;
  ShapeValue batch;
  bool checks = false;
  for (int axis = 0; axis < batch_rank(longer); ++axis) {
    if (batch_rank(left) == 0 || batch_rank(right) == 0) {
      batch.push_back(longer[axis]);
      continue;
    }
    const Ruling same = same_extent_rule("matmul", axis, left[axis], right[axis], why);
    if (!same.holds) return same;
    batch.push_back(same.result[0]);
    checks = checks || same.checks_at_run_time;
  }
  return allow(batch, checks);
}

}  // namespace detail

// [..., m, k] x [..., k, n] -> [..., m, n]; vectors are rows or columns, and one matrix may meet a batch.
constexpr Ruling matmul_rule(const ShapeValue& left, const ShapeValue& right, Refusal* why = nullptr) {
  if (left.rank == 0 || right.rank == 0) {
    return refuse(why) << "matmul: the " << (left.rank == 0 ? "left" : "right")
                       << " operand has rank 0; * multiplies with a scalar";
  }
  const Ruling batch = detail::batch_rule(left, right, why);
  if (!batch.holds) return batch;
  const ExtentValue& columns = left[left.rank - 1];
  const ExtentValue& rows = right[right.rank == 1 ? 0 : right.rank - 2];
  const Comparison comparison = compare(columns, rows);
  if (!comparison.holds()) {
    const Objection objection = refuse(why, left.rank - 1);
    objection << "matmul: the left operand has " << columns << (left.rank == 1 ? " elements" : " columns")
              << ", the right operand " << rows << (right.rank == 1 ? " elements" : " rows");
    detail::say_why(objection, comparison.relation, columns, rows);
    return objection;
  }
  if (const Ruling names = same_names_rule("matmul", left, right, why); !names.holds) return names;
  ShapeValue result = batch.result;
  if (left.rank > 1) result.push_back(left[left.rank - 2]);
  if (right.rank > 1) result.push_back(right[right.rank - 1]);
  // Operands of no element can have a product of too many.
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, batch.checks_at_run_time || comparison.relation == Relation::check);
}

namespace detail {

constexpr Ruling two_vectors_rule(const char* operation, const ShapeValue& left, const ShapeValue& right,
                                  Refusal* why) {
  if (left.rank != 1 || right.rank != 1) {
    return refuse(why) << operation << ": the " << (left.rank != 1 ? "left" : "right") << " operand has rank "
                       << (left.rank != 1 ? left.rank : right.rank)
                       << "; a vector has one axis: matmul takes matrices, flatten makes a vector";
  }
  return allow({});
}

}  // namespace detail

// [k], [k] -> [].
constexpr Ruling dot_rule(const ShapeValue& left, const ShapeValue& right, Refusal* why = nullptr) {
  if (const Ruling ranks = detail::two_vectors_rule("dot", left, right, why); !ranks.holds) return ranks;
  const Ruling same = same_extent_rule("dot", 0, left[0], right[0], why);
  return same.holds ? allow({}, same.checks_at_run_time) : same;
}

// [m], [n] -> [m, n].
constexpr Ruling outer_rule(const ShapeValue& left, const ShapeValue& right, Refusal* why = nullptr) {
  if (const Ruling ranks = detail::two_vectors_rule("outer", left, right, why); !ranks.holds) return ranks;
  if (const Ruling names = same_names_rule("outer", left, right, why); !names.holds) return names;
  const ShapeValue result{left[0], right[0]};
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

}  // namespace shapeproof
