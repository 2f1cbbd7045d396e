// SPDX-License-Identifier: BSL-1.0
// Which part of a tensor is meant? Bounds are NumPy's: a negative one counts from the end, _ is where the axis begins or
// ends. One that lies outside of the axis is refused, where NumPy would cut it.
//
//   slice<1, 2, 5>                  [a, b] -> [a, 3]
//   slice<All, Range(1, -1, 2)>     [a, b] -> [a, (b - 2) / 2], rounded up
//   narrow<1, 2, 3>                 [a, b] -> [a, 3]             3 elements from 2 on
//   select<1, 2>                    [a, b] -> [a]
#pragma once

#include "axes.hpp"
#include "bounds.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// Where a range begins or ends: a number, negative from the end, or _.
struct RangeBound {
  std::int64_t number = 0;  // negative ones count from the end
  bool is_open = false;     // the beginning or the end itself
  bool is_wrong = false;    // another extent than _

  // At that place.
  constexpr RangeBound(std::int64_t place) : number(place) {}  // NOLINT(google-explicit-constructor): Range(1, -1)
  // `_`: where the axis begins or ends.
  constexpr RangeBound(const Extent& open)  // NOLINT(google-explicit-constructor): Range(1, _)
      : is_open(open == _), is_wrong(!is_open) {}
};

// The elements from begin up to, but without, end; every step-th of them.
struct Range {
  RangeBound begin = 0;   // included
  RangeBound end = _;     // excluded
  std::int64_t step = 1;  // at least 1

  constexpr Range() = default;
  // From `first` up to `last`, each `each`-th.
  constexpr Range(RangeBound first, RangeBound last, std::int64_t each = 1) : begin(first), end(last), step(each) {}
};

// The whole axis.
inline constexpr Range All{};

// What slice is told: a range for each axis from the first on, or one for one axis.
struct SliceRanges {
  int count = 0;                            // how many are told
  Range ranges[ShapeValue::max_rank] = {};  // from the first axis on, or of the one that is named
  bool names_axis = false;                  // whether one axis is named
  int axis = 0;                             // the axis of ranges[0], where names_axis
  bool is_wrong = false;                    // something else stood there
};

namespace detail {

// A bound as a distance from either end of the axis.
struct Place {
  bool from_end = false;
  std::int64_t offset = 0;  // at most 0 from the end

  [[nodiscard]] constexpr std::int64_t in(std::int64_t extent) const { return from_end ? extent + offset : offset; }
  // How long an axis must be to have such a place.
  [[nodiscard]] constexpr std::int64_t needs() const { return from_end ? -offset : offset; }
};
constexpr Place begin_of(const Range& range) {
  const std::int64_t number = range.begin.is_open ? 0 : range.begin.number;
  return {number < 0, number};
}
constexpr Place end_of(const Range& range) {
  if (range.end.is_open) return {true, 0};
  return {range.end.number < 0, range.end.number};
}

constexpr bool is_whole(const Range& range, const ExtentValue& extent) {
  const Place begin = begin_of(range);
  const Place end = end_of(range);
  const bool begins = begin.offset == 0 || (extent.is_known() && begin.in(extent.number) == 0);
  const bool ends = (end.from_end && end.offset == 0) || (extent.is_known() && end.in(extent.number) == extent.number);
  return begins && ends && range.step == 1;
}

// Whether an axis reaches as far as is `needed`: refused where it never does, left for run time where it may.
constexpr Ruling reach_rule(const char* operation, int axis, const ExtentValue& extent, std::int64_t needed,
                            Refusal* why) {
  const Answer answer = is_at_least(extent, needed);
  if (answer == Answer::never) {
    return refuse(why, axis) << operation << ": axis " << axis << " is " << extent << ", at least " << needed
                             << " are needed, which it never holds";
  }
  return allow(extent, answer == Answer::open);
}

constexpr ExtentValue distance(const Place& begin, const Place& end, const ExtentValue& extent) {
  if (begin.from_end == end.from_end) return end.offset - begin.offset;
  if (end.from_end) return extent - ExtentValue(begin.offset - end.offset);
  return ExtentValue(end.offset - begin.offset) - extent;
}

constexpr Objection refuse_edge(Refusal* why, int axis, const ExtentValue& extent, const char* does,
                                std::int64_t bound) {
  const Objection objection = refuse(why, axis);
  objection << "slice: axis " << axis << " is " << extent << ", it cannot " << does << " at " << bound
            << "; bounds are " << -extent.number << " to " << extent.number;
  return objection;
}

// One axis whose length is known.
constexpr Ruling cut_known_rule(int axis, const ExtentValue& extent, const Range& range, Refusal* why) {
  const Place begin = begin_of(range);
  const Place end = end_of(range);
  if (begin.needs() > extent.number) return refuse_edge(why, axis, extent, "begin", begin.offset);
  if (end.needs() > extent.number) return refuse_edge(why, axis, extent, "end", end.offset);
  if (begin.in(extent.number) > end.in(extent.number)) {
    return refuse(why, axis) << "slice: axis " << axis << " is " << extent << ", the slice would begin at "
                             << begin.in(extent.number) << " and end before, at " << end.in(extent.number);
  }
  return allow(ceil_div(end.in(extent.number) - begin.in(extent.number), range.step));
}

// One axis whose length is known at run time only.
constexpr Ruling cut_open_rule(int axis, const ExtentValue& extent, const Range& range, Refusal* why) {
  const Place begin = begin_of(range);
  const Place end = end_of(range);
  const bool backwards = begin.from_end == end.from_end && begin.offset > end.offset;
  // From -a to b the slice is the shorter the longer the axis is.
  const bool shrinks = begin.from_end && !end.from_end;
  const Answer meets = shrinks ? is_at_least(distance(begin, end, extent), 0) : Answer::yes;
  if (backwards || meets == Answer::never) {
    return refuse(why, axis) << "slice: axis " << axis << " is " << extent << ", the slice would begin at "
                             << begin.offset << " and end before, at " << end.offset;
  }
  std::int64_t needed = begin.needs() > end.needs() ? begin.needs() : end.needs();
  if (!begin.from_end && end.from_end) needed = begin.needs() + end.needs();
  const Ruling reach = reach_rule("slice", axis, extent, needed, why);
  if (!reach.holds) return reach;
  return allow(ceil_div(distance(begin, end, extent), range.step), reach.checks_at_run_time || meets == Answer::open);
}

constexpr Ruling cut_rule(int axis, const ExtentValue& extent, const Range& range, Refusal* why) {
  if (range.begin.is_wrong || range.end.is_wrong) {
    return refuse(why, axis) << "slice: a bound of axis " << axis << " is neither a number nor _";
  }
  if (range.step < 1) {
    const Objection objection = refuse(why, axis);
    objection << "slice: the step along axis " << axis << " is " << range.step << "; a step is at least 1";
    if (range.step < 0) objection << ", flip<" << axis << ">(x) turns the axis round";
    return objection;
  }
  if (is_whole(range, extent)) return allow(extent);
  return extent.is_known() ? cut_known_rule(axis, extent, range, why) : cut_open_rule(axis, extent, range, why);
}

}  // namespace detail

// [..., a, ...] -> [..., what the range leaves, ...].
constexpr Ruling slice_rule(const ShapeValue& from, const SliceRanges& all, Refusal* why = nullptr) {
  if (all.is_wrong) {
    return refuse(why)
           << "slice: it takes an axis, begin, end and perhaps a step, as in slice<1, 2, 10>, or a range for "
              "each axis, as in slice<All, Range(2, 10)>";
  }
  if (all.names_axis) {
    if (const Ruling ruling = axis_rule("slice", all.axis, from.rank, why); !ruling.holds) return ruling;
  } else if (all.count > from.rank) {
    return refuse(why) << "slice: " << all.count << " ranges are given, the operand has rank " << from.rank
                       << "; there is one for each axis, from the first on";
  }
  Ruling result = allow(from);
  for (int i = 0; i < all.count; ++i) {
    const int axis = all.names_axis ? detail::from_front(all.axis, from.rank) : i;
    const Ruling cut = detail::cut_rule(axis, from[axis], all.ranges[i], why);
    if (!cut.holds) return cut;
    result.result[axis] = cut.result[0];
    result.checks_at_run_time = result.checks_at_run_time || cut.checks_at_run_time;
  }
  if (const Ruling formed = well_formed_rule(result.result, why); !formed.holds) return formed;
  return result;
}

// A place along an axis, perhaps known at run time only.
struct AxisIndex {
  bool is_known = false;    // or said at run time
  std::int64_t number = 0;  // where it is known

  constexpr AxisIndex() = default;
  // That place.
  constexpr AxisIndex(std::int64_t place) : is_known(true), number(place) {}  // NOLINT(google-explicit-constructor)
};

// `length` elements from `start` on. A negative start counts from the end.
constexpr Ruling narrow_rule(const ShapeValue& from, int axis, const AxisIndex& start, std::int64_t length,
                             Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("narrow", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  const ExtentValue& extent = from[at];
  if (length < 0) {
    return refuse(why, at) << "narrow: " << length << " elements of axis " << at << " are wanted; at least 0 are";
  }
  if (extent.is_known() && start.is_known && (start.number < -extent.number || start.number > extent.number)) {
    return refuse(why, at) << "narrow: axis " << at << " is " << extent << ", it cannot begin at " << start.number
                           << "; it begins at " << -extent.number << " to " << extent.number;
  }
  const std::int64_t first = !start.is_known                         ? 0
                             : start.number < 0 && extent.is_known() ? start.number + extent.number
                                                                     : start.number;
  // From the end, only what stands there is left; how long the axis is does not matter.
  const bool is_from_end = first < 0;
  const std::int64_t available = is_from_end ? -first : extent.number - first;
  if ((extent.is_known() || is_from_end) && length > available) {
    return refuse(why, at) << "narrow: axis " << at << " is " << extent << ", " << length << " elements from " << first
                           << " on do not fit; " << available << (available == 1 ? " does" : " do");
  }
  ShapeValue result = from;
  if (!(extent.number == length)) result[at] = length;
  const Ruling reach = detail::reach_rule("narrow", at, extent, is_from_end ? -first : first + length, why);
  if (!reach.holds) return reach;
  return allow(result, !start.is_known || reach.checks_at_run_time);
}

// One place of the axis, which goes. A negative index counts from the end.
constexpr Ruling select_rule(const ShapeValue& from, int axis, const AxisIndex& index, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("select", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  const ExtentValue& extent = from[at];
  if (extent.number == 0) {
    return refuse(why, at) << "select: axis " << at << " is 0, it has no element";
  }
  if (extent.is_known() && index.is_known && (index.number < -extent.number || index.number >= extent.number)) {
    return refuse(why, at) << "select: axis " << at << " is " << extent << ", there is no index " << index.number
                           << "; indices are " << -extent.number << " to " << extent.number - 1;
  }
  const Ruling reach =
      detail::reach_rule("select", at, extent, index.number < 0 ? -index.number : index.number + 1, why);
  if (!reach.holds) return reach;
  return allow(detail::without_axis(from, at), !index.is_known || reach.checks_at_run_time);
}

}  // namespace shapeproof
