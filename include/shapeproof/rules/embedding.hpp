// SPDX-License-Identifier: BSL-1.0
// What becomes of ids that name rows of a table? Each becomes its row.
//
//   embedding   ids [a, b], table [count, width] -> [a, b, width]
#pragma once

#include "index.hpp"

namespace shapeproof {

// Ids are integers.
constexpr Ruling embedding_element_rule(ElementType ids, Refusal* why = nullptr) {
  if (ids != ElementType::int64 && ids != ElementType::int32) {
    return refuse(why) << "embedding: the ids are " << ids << ", int32 or int64 are wanted: cast<std::int64_t>(ids)";
  }
  return allow({});
}

// [...] and [entries, w] -> [..., w].
constexpr Ruling embedding_rule(const ShapeValue& ids, const ShapeValue& table, Refusal* why = nullptr) {
  if (table.rank != 2) {
    return refuse(why) << "embedding: the table has rank " << table.rank << "; [count, width] is wanted";
  }
  if (const Ruling names = same_names_rule("embedding", ids, table, why); !names.holds) return names;
  ShapeValue result = ids;
  result.push_back(table[1]);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, !detail::are_known(ids, table));
}

}  // namespace shapeproof
