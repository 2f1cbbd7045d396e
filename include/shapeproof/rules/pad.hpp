// SPDX-License-Identifier: BSL-1.0
// How far may a tensor be padded? By any number of values; by reflection less than the axis is long, by wrapping around at
// most as far (PyTorch's torch.nn.functional.pad says the same).
//
//   pad<1, 2, 3>                   [a, b] -> [a, 2 + b + 3]
//   pad<Sides(1), Sides(2, 3)>     [a, b] -> [1 + a + 1, 2 + b + 3]
#pragma once

#include "axes.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// How many elements are put in front of an axis and behind it.
struct Sides {
  std::int64_t before = 0;  // in front
  std::int64_t after = 0;   // behind

  constexpr Sides() = default;
  // As many on both sides.
  constexpr explicit Sides(std::int64_t both) : before(both), after(both) {}
  // So many in front and so many behind.
  constexpr Sides(std::int64_t in_front, std::int64_t behind) : before(in_front), after(behind) {}
};

// What the padding holds.
enum class PadMode {
  constant,
  reflect,    // 1 0 | 0 1 2 ... without the edge itself: 2 1 | 0 1 2
  replicate,  // 0 0 | 0 1 2
  circular    // 1 2 | 0 1 2
};

// What pad is told: the sides of each axis from the first on, or those of one axis.
struct PadSides {
  int count = 0;                           // how many axes are told
  Sides sides[ShapeValue::max_rank] = {};  // from the first axis on, or of the one that is named
  bool names_axis = false;                 // whether one axis is named
  int axis = 0;                            // which
  bool is_wrong = false;                   // something else stood there
};

// The operation that pads so, as errors call it.
constexpr const char* name_of(PadMode mode) {
  constexpr const char* names[] = {"pad", "pad_reflect", "pad_replicate", "pad_circular"};
  return names[static_cast<int>(mode)];
}

namespace detail {

// The most elements that an axis can be padded with on one side; -1 where there is no limit.
constexpr std::int64_t most_padding(PadMode mode, std::int64_t extent) {
  if (mode == PadMode::constant) return -1;
  if (mode == PadMode::circular) return extent;
  if (mode == PadMode::replicate) return extent > 0 ? -1 : 0;
  return extent > 0 ? extent - 1 : 0;
}

constexpr Ruling side_rule(PadMode mode, int axis, const ExtentValue& extent, std::int64_t count, const char* where,
                           Refusal* why) {
  if (count < 0) {
    return refuse(why, axis) << name_of(mode) << ": " << count << " elements " << where << " axis " << axis
                             << "; slice takes elements away";
  }
  if (mode == PadMode::constant || count == 0) return allow({});
  if (!extent.is_known()) {
    // A named axis has an element, which is all that replicating needs.
    return allow({}, mode != PadMode::replicate || !extent.is_named());
  }
  const std::int64_t most = most_padding(mode, extent.number);
  if (most >= 0 && count > most) {
    return refuse(why, axis) << name_of(mode) << ": axis " << axis << " is " << extent << ", " << count << " elements "
                             << where << " it cannot be taken from it; at most " << most << " can";
  }
  return allow({});
}

}  // namespace detail

// [..., a, ...] -> [..., before + a + after, ...].
constexpr Ruling pad_rule(PadMode mode, const ShapeValue& from, const PadSides& all, Refusal* why = nullptr) {
  const char* operation = name_of(mode);
  if (all.is_wrong) {
    return refuse(why) << operation
                       << ": it takes an axis and the numbers of elements before and after it, as in pad<1, 2, 3>, or "
                          "the sides of each axis, as in pad<Sides(0), Sides(2, 3)>";
  }
  if (all.names_axis) {
    if (const Ruling ruling = axis_rule(operation, all.axis, from.rank, why); !ruling.holds) return ruling;
  } else if (all.count > from.rank) {
    return refuse(why) << operation << ": the sides of " << all.count << " axes are given, the operand has rank "
                       << from.rank << "; there is one for each axis, from the first on";
  }
  Ruling result = allow(from);
  for (int i = 0; i < all.count; ++i) {
    const int axis = all.names_axis ? detail::from_front(all.axis, from.rank) : i;
    const Sides& sides = all.sides[i];
    const Ruling before = detail::side_rule(mode, axis, from[axis], sides.before, "before", why);
    if (!before.holds) return before;
    const Ruling after = detail::side_rule(mode, axis, from[axis], sides.after, "after", why);
    if (!after.holds) return after;
    const bool checks = before.checks_at_run_time || after.checks_at_run_time;
    result.checks_at_run_time = result.checks_at_run_time || checks;
    if (sides.before + sides.after != 0) result.result[axis] = from[axis] + ExtentValue(sides.before + sides.after);
  }
  if (const Ruling formed = well_formed_rule(result.result, why); !formed.holds) return formed;
  return result;
}

}  // namespace shapeproof
