// SPDX-License-Identifier: BSL-1.0
// How is a part of a tensor taken? Bounds are NumPy's, but nothing is cut silently: those outside of the axis are refused. What
// lies in one piece, as along the leading axis, shares x's elements; all else is copied.
//
//   slice<1, 2, 5>(x)                 [a, b] -> [a, 3]
//   slice<1, -3, _>(x)                [a, b] -> [a, 3]           the last three
//   slice<0, 0, _, 2>(x)              [a, b] -> [(a + 1) / 2, b] every second
//   slice<All, Range(2, -1)>(x)       [a, b] -> [a, b - 3]
//   narrow<1, 2, 3>(x)                [a, b] -> [a, 3]
//   select<1>(x, i)                   [a, b] -> [a]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/slice.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

template <class Type>
inline constexpr bool is_bound =
    std::is_same_v<Type, Extent> || (std::is_integral_v<Type> && !std::is_same_v<Type, bool>);

template <class... Arguments>
constexpr SliceRanges slice_ranges(const Arguments&... arguments) {
  SliceRanges all;
  constexpr std::size_t count = sizeof...(Arguments);
  if constexpr ((std::is_same_v<Arguments, Range> && ...) && count <= ShapeValue::max_rank) {
    ((all.ranges[all.count++] = arguments), ...);
  } else if constexpr ((is_bound<Arguments> && ...) && (count == 3 || count == 4)) {
    const RangeBound bounds[] = {arguments...};
    all.names_axis = true;
    all.count = 1;
    all.axis = static_cast<int>(bounds[0].number);
    all.ranges[0] = Range(bounds[1], bounds[2], count == 4 ? bounds[count - 1].number : 1);
    const bool has_step = count == 3 || !(bounds[count - 1].is_open || bounds[count - 1].is_wrong);
    all.is_wrong = bounds[0].is_open || bounds[0].is_wrong || !has_step;
  } else {
    all.is_wrong = true;
  }
  return all;
}

// Where the slice of x lies.
constexpr Part sliced(const Extents& extents, const SliceRanges& all) {
  Part part{0, engine::row_major(extents)};
  for (int i = 0; i < all.count; ++i) {
    const int axis = all.names_axis ? from_front(all.axis, extents.rank) : i;
    part.first += begin_of(all.ranges[i]).in(extents[axis]) * part.strides[axis];
    part.strides[axis] *= all.ranges[i].step;
  }
  return part;
}

template <auto... Arguments>
struct Slice {
  static constexpr const char* name = "slice";
  static constexpr SliceRanges ranges = slice_ranges(Arguments...);

  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return slice_rule(from, ranges, why); }

  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x) {
    const Part part = sliced(x.extents(), ranges);
    engine::copy_strided(x.data() + part.first, to, extents, part.strides);
  }
};

template <auto... Arguments>
struct TakeSlice : Moving<Slice<Arguments...>> {
  template <class Result, class X>
  static constexpr Result run(const X& x) {
    using Asked = Slice<Arguments...>;
    return part_of<Result>(x, sliced(x.extents(), Asked::ranges), settle(Asked{}, x));
  }
};

// What is known at run time is asked again there, so a question has it as a member.
template <int Axis, std::int64_t Length>
struct NarrowFrom {
  AxisIndex start{};
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return narrow_rule(from, Axis, start, Length, why);
  }
};
template <int Axis>
struct SelectAt {
  AxisIndex index{};
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return select_rule(from, Axis, index, why);
  }
};
template <int Axis, std::int64_t Start, std::int64_t Length>
struct NarrowStatic : NarrowFrom<Axis, Length> {
  constexpr NarrowStatic() : NarrowFrom<Axis, Length>{Start} {}
};
template <int Axis, std::int64_t Place>
struct SelectStatic : SelectAt<Axis> {
  constexpr SelectStatic() : SelectAt<Axis>{Place} {}
};

template <class Question, class... X>
struct PlaceOutcome {};
template <class Question, Operand X>
struct PlaceOutcome<Question, X> : OutcomeOf<ElementIn<X>, Question, X> {};
template <class Question, Operand X, Index I>
struct PlaceOutcome<Question, X, I> : OutcomeOf<ElementIn<X>, Question, X> {};

template <int Axis, int... Numbers>
struct Narrow;
template <int Axis, int Start, int Length>
struct Narrow<Axis, Start, Length> {
  template <class... X>
    requires(sizeof...(X) == 1)
  using Outcome = typename PlaceOutcome<NarrowStatic<Axis, Start, Length>, X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x) {
    const Extents extents = settle(NarrowStatic<Axis, Start, Length>{}, x);
    return part_of<Result>(x, part_from(x.extents(), Axis, Start), extents);
  }
};
template <int Axis, int Length>
struct Narrow<Axis, Length> {
  template <class... X>
    requires(sizeof...(X) == 2)
  using Outcome = typename PlaceOutcome<NarrowFrom<Axis, Length>, X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x, std::int64_t start) {
    const Extents extents = settle(NarrowFrom<Axis, Length>{start}, x);
    return part_of<Result>(x, part_from(x.extents(), Axis, start), extents);
  }
};

template <class Result, int Axis, class X>
constexpr Result selected(const X& x, const SelectAt<Axis>& question) {
  const Extents extents = settle(question, x);
  const Part part = part_from(x.extents(), Axis, question.index.number);
  return part_of<Result>(x, without_axis(part, Axis, rank_of(x)), extents);
}

}  // namespace detail

// Whether From has this slice, as slice is told: Sliceable<Shape<N, 3>, 1, 0, 2>, Sliceable<Shape<N, 3>, All, Range(0, 2)>.
template <class From, auto... Arguments>
concept Sliceable = detail::HoldsFor<detail::Slice<Arguments...>, From>;

// slice<Axis, Begin, End>(x), slice<Axis, Begin, End, Step>(x): the elements from Begin up to, but without, End. A negative
// bound counts from the end, _ is the axis' own. slice<Range, ...>(x): a Range for each axis from the first on, or All.
template <auto... Arguments>
inline constexpr detail::Function<detail::TakeSlice<Arguments...>> slice;
// slice_into<...>(out, x): the same, written into a tensor that has the result's shape.
template <auto... Arguments>
inline constexpr detail::Function<detail::MovingInto<detail::Slice<Arguments...>>> slice_into;

// narrow<Axis, Start, Length>(x), or narrow<Axis, Length>(x, start): Length elements from start on, which may count from
// the end. Throws ShapeError where a start that is known at run time does not fit.
template <int Axis, int... Numbers>
inline constexpr detail::Function<detail::Narrow<Axis, Numbers...>> narrow;

// select<Axis, Place>(x), or select<Axis>(x, place): one place of an axis, which goes. A negative place counts from the
// end. Throws ShapeError where a place that is known at run time is outside.
template <int Axis, int Place, detail::Operand X>
constexpr auto select(const X& x) -> detail::Outcome<detail::SelectStatic<Axis, Place>, X>
  requires detail::Fits<detail::Outcome<detail::SelectStatic<Axis, Place>, X>>
{
  using Question = detail::SelectStatic<Axis, Place>;
  return detail::selected<detail::Outcome<Question, X>, Axis>(x, Question{});
}
template <int Axis, int Place, detail::Operand X>
auto select(const X& x) -> detail::Outcome<detail::SelectStatic<Axis, Place>, X>
  requires detail::Refuses<detail::Outcome<detail::SelectStatic<Axis, Place>, X>>;
template <int Axis, detail::Operand X, detail::Index I>
constexpr auto select(const X& x, I place) -> detail::Outcome<detail::SelectAt<Axis>, X>
  requires detail::Fits<detail::Outcome<detail::SelectAt<Axis>, X>>
{
  using Question = detail::SelectAt<Axis>;
  return detail::selected<detail::Outcome<Question, X>, Axis>(x, Question{static_cast<std::int64_t>(place)});
}
template <int Axis, detail::Operand X, detail::Index I>
auto select(const X& x, I place) -> detail::Outcome<detail::SelectAt<Axis>, X>
  requires detail::Refuses<detail::Outcome<detail::SelectAt<Axis>, X>>;

}  // namespace shapeproof
