// SPDX-License-Identifier: BSL-1.0
// How are elements picked by indices that a tensor holds? Each index is compared with the extent of its axis before anything is
// read or written; one that is outside throws ShapeError. Negative ones are outside, as in PyTorch.
//
//   index_select<0>(x, indices)       [a, b], [n] -> [n, b]
//   gather<1>(x, index)               [a, b], [a, n] -> [a, n]            out[i, j] = x[i, index[i, j]]
//   scatter_add<1>(x, index, y)       [a, b], [a, n], [a, n] -> [a, b]    x, and y[i, j] added at [i, index[i, j]]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/index.hpp"
#include "../rules/index.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

// Where element `position` of these extents stands.
constexpr ShapeValue index_at(const Extents& extents, std::int64_t position) {
  Extents place = extents;
  for (int axis = extents.rank - 1; axis >= 0; --axis) {
    place[axis] = position % extents[axis];
    position /= extents[axis];
  }
  return place.shape();
}

// Throws ShapeError where an index points outside of axis `axis`, which is `extent` long.
template <class X>
constexpr void check_indices(const char* operation, const X& index, int axis, std::int64_t extent) {
  const std::int64_t count = index.element_count();
  const std::int64_t position = engine::first_outside(index.data(), count, extent);
  if (position < 0) return;
  Refusal why;
  index_rule(operation, axis, extent, static_cast<std::int64_t>(index.data()[position]),
             index_at(index.extents(), position), &why);
  throw ShapeError(why);
}

template <class Operation, class T, class I>
struct IndexElements {
  constexpr Ruling operator()(Refusal* why) const { return index_element_rule(Operation::name, element_type<I>, why); }
};

template <int Axis>
struct IndexSelect {
  static constexpr const char* name = "index_select";
  template <class T, class I>
  using Elements = IndexElements<IndexSelect, T, I>;

  constexpr Ruling operator()(const ShapeValue& from, const ShapeValue& indices, Refusal* why) const {
    return index_select_rule(from, Axis, indices, why);
  }
  template <class T, class X, class I>
  static constexpr void write(T* to, const Extents& extents, const X& x, const I& indices) {
    const int axis = from_front(Axis, extents.rank);
    const engine::Along rows = engine::along(x.extents(), axis);
    check_indices(name, indices, axis, rows.count);
    if (extents.count() > 0) engine::select_rows(x.data(), rows, indices.data(), indices.element_count(), to);
  }
};

template <class Operation>
struct Gathering {
  template <class T, class X, class I>
  static constexpr void write(T* to, const Extents& extents, const X& x, const I& index) {
    const Extents from = x.extents();
    const int axis = from_front(Operation::axis, extents.rank);
    check_indices(Operation::name, index, axis, from[axis]);
    if (extents.count() > 0) engine::gather(x.data(), from, axis, index.data(), to, extents);
  }
};

template <int Axis>
struct Gather : Gathering<Gather<Axis>> {
  static constexpr const char* name = "gather";
  static constexpr int axis = Axis;
  template <class T, class I>
  using Elements = IndexElements<Gather, T, I>;

  constexpr Ruling operator()(const ShapeValue& from, const ShapeValue& index, Refusal* why) const {
    return gather_rule(from, Axis, index, why);
  }
};

template <int Axis>
struct TakeAlongAxis : Gathering<TakeAlongAxis<Axis>> {
  static constexpr const char* name = "take_along_axis";
  static constexpr int axis = Axis;
  template <class T, class I>
  using Elements = IndexElements<TakeAlongAxis, T, I>;

  constexpr Ruling operator()(const ShapeValue& from, const ShapeValue& index, Refusal* why) const {
    return take_along_axis_rule(from, Axis, index, why);
  }
};

template <class T, class I, class S>
struct ScatterElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = index_element_rule("scatter_add", element_type<I>, why);
    return ruling.holds ? scatter_element_rule(element_type<T>, element_type<S>, why) : ruling;
  }
};

template <int Axis>
struct ScatterAdd {
  constexpr Ruling operator()(const ShapeValue& from, const ShapeValue& index, const ShapeValue& source,
                              Refusal* why) const {
    return scatter_add_rule(from, Axis, index, source, why);
  }

  template <class... X>
  struct OutcomeOfScatter {};
  template <Operand X, Operand I, Operand S>
  struct OutcomeOfScatter<X, I, S>
      : OutcomeIf<ScatterElements<ElementIn<X>, ElementIn<I>, ElementIn<S>>, ScatterAdd, X, I, S> {};
  template <class... X>
  using Outcome = typename OutcomeOfScatter<X...>::type;

  template <class Result, class X, class I, class S>
  static constexpr Result run(X&& x, const I& index, const S& source) {
    using T = ElementIn<Result>;
    const Extents extents = settle(ScatterAdd{}, x, index, source);
    const int axis = from_front(Axis, extents.rank);
    check_indices("scatter_add", index, axis, extents[axis]);
    const engine::Scatter<T, ElementIn<I>> what{index.data(), index.extents(), source.data(), source.extents(), axis};
    const T* in = x.data();
    auto result = reuse<Result>(extents, std::forward<X>(x));
    T* out = fresh(result);
    if (out != in) engine::copy_strided(in, out, extents, engine::row_major(extents));
    if (index.element_count() > 0) engine::scatter_add(what, out, extents);
    return result;
  }
};

}  // namespace detail

// Whether From's elements can be picked by an index of that shape.
template <class From, int Axis, class Index>
concept Gatherable = detail::HoldsFor<detail::Gather<Axis>, From, Index>;

// index_select<Axis>(x, indices): the places of an axis that a tensor of rank 1 holds, in its order. Indices are int32 or
// int64.
template <int Axis>
inline constexpr detail::Function<detail::Moving<detail::IndexSelect<Axis>>> index_select;
// index_select_into<Axis>(out, x, indices): the same, written into a tensor that has the result's shape.
template <int Axis>
inline constexpr detail::Function<detail::MovingInto<detail::IndexSelect<Axis>>> index_select_into;

// gather<Axis>(x, index): for each place of the index the element of x at that place, but along Axis where the index says.
// The index may be shorter than x along the other axes (torch.gather).
template <int Axis>
inline constexpr detail::Function<detail::Moving<detail::Gather<Axis>>> gather;
template <int Axis>
inline constexpr detail::Function<detail::MovingInto<detail::Gather<Axis>>> gather_into;

// take_along_axis<Axis>(x, index): the same where all other axes are equal (numpy.take_along_axis without broadcasting).
template <int Axis>
inline constexpr detail::Function<detail::Moving<detail::TakeAlongAxis<Axis>>> take_along_axis;
template <int Axis>
inline constexpr detail::Function<detail::MovingInto<detail::TakeAlongAxis<Axis>>> take_along_axis_into;

// scatter_add<Axis>(x, index, source): x, and each element of source that the index reaches added at its place, but along Axis
// where the index says (torch.scatter_add). Sums are added in order. x's memory is used where it is an rvalue.
template <int Axis>
inline constexpr detail::Function<detail::ScatterAdd<Axis>> scatter_add;

}  // namespace shapeproof
