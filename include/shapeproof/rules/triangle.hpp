// SPDX-License-Identifier: BSL-1.0
// What has a diagonal? The last two axes of a shape; the axes before them hold one matrix behind the other.
//
//   tril   [..., rows, columns] -> [..., rows, columns]
#pragma once

#include "create.hpp"

namespace shapeproof {

// [..., n, m] -> the same: a matrix, or a batch of these.
constexpr Ruling triangle_rule(const char* operation, const ShapeValue& shape, Refusal* why = nullptr) {
  if (shape.rank < 2) {
    return refuse(why) << operation << ": " << shape << " has rank " << shape.rank
                       << ", wanted is rank 2 or more; the diagonal is that of the last two axes";
  }
  return allow(shape);
}

// A matrix's shape, with its numbers -> itself.
constexpr Ruling triangle_mask_rule(const char* operation, const ShapeValue& shape, const std::int64_t* numbers,
                                    int count, Refusal* why = nullptr) {
  if (const Ruling ruling = triangle_rule(operation, shape, why); !ruling.holds) return ruling;
  return create_rule(operation, shape, numbers, count, why);
}

// A matrix's shape, with its numbers -> itself.
constexpr Ruling eye_rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why = nullptr) {
  if (shape.rank != 2) {
    return refuse(why) << "eye: " << shape << " has rank " << shape.rank << ", wanted is rank 2";
  }
  return create_rule("eye", shape, numbers, count, why);
}

}  // namespace shapeproof
