// SPDX-License-Identifier: BSL-1.0
// What does each cause ask about a mismatch? Whether axes agree, and whether a shape would fit after all. The answers
// are the rules' own.
#pragma once

#include "../rules/axes.hpp"
#include "../rules/convert.hpp"
#include "../rules/reshape.hpp"
#include "hint.hpp"

namespace shapeproof::detail {

inline constexpr ShapeValue no_shape = [] {
  ShapeValue none;
  none.rank = -1;
  return none;
}();

// a * b; -1 where either is not known, or the product exceeds 64 bits.
constexpr std::int64_t product_of(std::int64_t a, std::int64_t b) {
  std::int64_t product = -1;
  if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &product)) return -1;
  return product;
}

// -1 where it is not known.
constexpr std::int64_t count_elements(const ShapeValue& shape) {
  return shape.rank <= ShapeValue::max_rank ? shape.count().number : -1;
}

// Whether so many elements surely fill a shape.
constexpr bool fills(std::int64_t count, const ShapeValue& shape) {
  const Ruling ruling = reshape_rule(count, shape);
  return ruling.holds && !ruling.checks_at_run_time && well_formed_rule(ruling.result).holds;
}

struct Question {
  const Evidence& evidence;
  Door door;
  const ShapeValue& found;
  ShapeValue wanted;  // with dyn for the leading extent, where that is known to differ too
  std::int64_t found_count;
  std::int64_t wanted_count;
  bool leading_is_open = false;

  constexpr Question(const Evidence& facts, const Door& asked)
      : evidence(facts),
        door(asked),
        found(facts.found),
        wanted(facts.wanted),
        found_count(count_elements(found)),
        wanted_count(count_elements(wanted)) {}

  [[nodiscard]] constexpr bool ranks_are_equal() const { return found.rank == wanted.rank; }
  // How many axes more are wanted than there are.
  [[nodiscard]] constexpr int missing_axes() const { return wanted.rank - found.rank; }

  // Whether an axis of `from` may be wanted axis `axis`.
  [[nodiscard]] constexpr bool agrees(const ExtentValue& from, int axis) const {
    const Relation relation = relate(from, wanted[axis]);
    return relation == Relation::equal || relation == Relation::check;
  }
  // Whether nothing that is known contradicts taking `shape` as the wanted one.
  [[nodiscard]] constexpr bool accepts(const ShapeValue& shape) const {
    return shape.rank == wanted.rank && convert_rule("", shape, wanted).holds;
  }
  // Whether the found data surely is a `shape`.
  [[nodiscard]] constexpr bool found_is(const ShapeValue& shape) const {
    if (evidence.is_flat) return found_count >= 0 && fills(found_count, shape);
    const Ruling ruling = convert_rule("", found, shape);
    return ruling.holds && (found.is_known() || !ruling.checks_at_run_time);
  }
  // How many axes differ, and the first of them. Ranks are equal.
  struct Differences {
    int count = 0;
    int first = -1;
  };
  [[nodiscard]] constexpr Differences differences() const {
    Differences all;
    for (int axis = wanted.rank - 1; axis >= 0; --axis) {
      if (agrees(found[axis], axis)) continue;
      ++all.count;
      all.first = axis;
    }
    return all;
  }
};

// What is wanted, with the number that was found on that axis; the axis keeps its name.
constexpr ShapeValue wanted_with(const Question& question, int axis, std::int64_t number) {
  const ExtentValue& extent = question.wanted[axis];
  return with_extent(question.wanted, axis, extent.is_named() ? ExtentValue(number, extent.symbol) : number);
}

}  // namespace shapeproof::detail
