// SPDX-License-Identifier: BSL-1.0
// What becomes of ids, each of which names a class? A new last axis, with a place for each class.
//
//   one_hot<Classes>   [a] -> [a, Classes]
#pragma once

#include "../element.hpp"
#include "create.hpp"

namespace shapeproof {

// Ids are integers.
constexpr Ruling one_hot_elements_rule(ElementType ids, Refusal* why = nullptr) {
  if (ids == ElementType::boolean || is_floating(ids)) {
    return refuse(why) << "one_hot: elements are " << ids << ", ids are integers; cast<std::int64_t>(x) makes them so";
  }
  return allow({});
}

// `classes` is one extent; where it is not known, `numbers` say it, as in create_rule.
constexpr Ruling one_hot_rule(const ShapeValue& ids, const ExtentValue& classes, const std::int64_t* numbers, int count,
                              Refusal* why = nullptr) {
  if (ids.rank == ShapeValue::max_rank) {
    return refuse(why) << "one_hot: the ids have rank " << ids.rank << " already, at most " << ShapeValue::max_rank
                       << " are supported";
  }
  const Ruling made = create_rule("one_hot", classes, numbers, count, why);
  if (!made.holds) return made;
  ShapeValue result = ids;
  result.push_back(made.result[0]);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

// What is said of the id that is none of the classes, `position` elements behind the first one.
constexpr Ruling id_rule(const char* operation, const ShapeValue& ids, std::int64_t position, std::int64_t classes,
                         std::int64_t id, bool is_negative, Refusal* why = nullptr) {
  if (is_negative || id < 0 || id >= classes) {
    ShapeValue index = ids;
    for (int axis = ids.rank - 1; axis >= 0; --axis) {
      index[axis] = position % ids[axis].number;
      position /= ids[axis].number;
    }
    const Objection objection = refuse(why);
    // run time only: tests/ops/one_hot.cpp
    objection << operation << ": the id at " << AsList{index} << " is ";
    if (id < 0 && !is_negative) objection << static_cast<std::uint64_t>(id);
    else objection << id;
    // run time only: tests/ops/one_hot.cpp
    return objection << ", ids of " << classes << " classes are 0 to " << classes - 1;
  }
  return allow(ids);
}

}  // namespace shapeproof
