// SPDX-License-Identifier: BSL-1.0
// How long is what is repeated? tile repeats the whole tensor along each axis, repeat_interleave each place of one axis.
//
//   tile<2, 3>                  [a, b] -> [2 * a, 3 * b]     x x x
//   repeat_interleave<1, 3>     [a, b] -> [a, 3 * b]         x0 x0 x0 x1 x1 x1
#pragma once

#include "axes.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// How often each axis is repeated, matched from the last axis on.
struct Repeats {
  int count = 0;                                    // how many axes are told
  std::int64_t numbers[ShapeValue::max_rank] = {};  // from the first axis on
};

namespace detail {

constexpr Ruling repeats_rule(const char* operation, std::int64_t repeats, Refusal* why) {
  if (repeats < 0) {
    return refuse(why) << operation << ": " << repeats << " repeats are wanted; at least 0 are";
  }
  return allow({});
}
constexpr ExtentValue repeated(const ExtentValue& extent, std::int64_t repeats) {
  return repeats == 1 ? extent : extent * ExtentValue(repeats);
}

}  // namespace detail

// More repeats than axes add axes in front; axes in front of the repeats stay (torch.tile, numpy.tile).
constexpr Ruling tile_rule(const ShapeValue& from, const Repeats& repeats, Refusal* why = nullptr) {
  const int rank = from.rank > repeats.count ? from.rank : repeats.count;
  if (rank > ShapeValue::max_rank) {
    return refuse(why) << "tile: " << repeats.count << " repeats make rank " << rank << "; " << ShapeValue::max_rank
                       << " is the highest there is";
  }
  ShapeValue result;
  for (int axis = 0; axis < rank; ++axis) {
    const int of_operand = axis - (rank - from.rank);
    const int of_repeats = axis - (rank - repeats.count);
    const ExtentValue extent = of_operand < 0 ? ExtentValue(1) : from[of_operand];
    const std::int64_t number = of_repeats < 0 ? 1 : repeats.numbers[of_repeats];
    if (const Ruling ruling = detail::repeats_rule("tile", number, why); !ruling.holds) return ruling;
    result.push_back(detail::repeated(extent, number));
  }
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

// [..., a, ...] -> [..., a * repeats, ...].
constexpr Ruling repeat_interleave_rule(const ShapeValue& from, int axis, std::int64_t repeats,
                                        Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("repeat_interleave", axis, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::repeats_rule("repeat_interleave", repeats, why); !ruling.holds) return ruling;
  ShapeValue result = from;
  const int at = detail::from_front(axis, from.rank);
  result[at] = detail::repeated(from[at], repeats);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result);
}

}  // namespace shapeproof
