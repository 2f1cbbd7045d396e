// SPDX-License-Identifier: BSL-1.0
// Which numbers does a shape need before a tensor of it can be made? One for each name and each dyn, in their order.
//
//   Shape<N, 3, 2 * T>, 16, 7 -> [16, 3, 14]
#pragma once

#include "reshape.hpp"

namespace shapeproof {

// `numbers` are `count` of them; null where only their count is known, at compile time.
constexpr Ruling create_rule(const char* operation, const ShapeValue& shape, const std::int64_t* numbers, int count,
                             Refusal* why = nullptr) {
  Bindings names;
  detail::first_contradiction(names, shape, shape, 0);
  ShapeValue result = shape;
  int wanted = 0;
  for (int axis = 0; axis < shape.rank; ++axis) {
    const ExtentValue& extent = shape[axis];
    if (extent.is_hole()) {
      return refuse(why, axis) << operation << ": axis " << axis << " of " << shape
                               << " is _, and nothing says what it is";
    }
    if (extent.is_known()) continue;
    // A negative number is no dyn: it is refused below.
    if (extent.is_dyn() && extent.number == -1) {
      if (numbers != nullptr && wanted < count) result[axis] = numbers[wanted];
      ++wanted;
      continue;
    }
    Bindings open;
    detail::collect_open_names(extent.symbol, names, open);
    for (int i = 0; i < open.size(); ++i, ++wanted) {
      const detail::Declaration declared = detail::declaration_in(extent.symbol.text, open[i].name);
      const std::int64_t number = numbers != nullptr && wanted < count ? numbers[wanted] : declared.least;
      const bool is_given = numbers != nullptr && wanted < count;
      if (is_given && (number < declared.least || number % declared.multiple != 0)) {
        const Objection objection = refuse(why, axis);
        // run time only: tests/create.cpp
        objection << operation << ": " << open[i].name << " of " << shape << " is given as " << number;
        detail::say_declared(objection, extent.symbol);
        return objection;
      }
      names.add({open[i].name, number, 0, axis});
    }
  }
  if (wanted != count) {
    return refuse(why) << operation << ": " << shape << " takes " << wanted << " numbers, " << count << " are given";
  }
  if (numbers == nullptr) return allow(shape);
  result = detail::with_numbers(result, names);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

}  // namespace shapeproof
