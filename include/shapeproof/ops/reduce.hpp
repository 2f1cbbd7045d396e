// SPDX-License-Identifier: BSL-1.0
// How do axes go away? Each function folds the axes that are named, or all, into one value; with keep_axes they stay, with
// extent 1.
//
//   sum<1>(x)              [a, b, c] -> [a, c]
//   sum<0, 2>(x)           [a, b, c] -> [b]
//   sum<1>(x, keep_axes)   [a, b, c] -> [a, 1, c]
//   sum(x)                 [a, b, c] -> []
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/reduce.hpp"
#include "../rules/reduce.hpp"
#include "operand.hpp"

namespace shapeproof {

struct KeepAxes {};
// As the last argument of a reduction: reduced axes stay, with extent 1.
inline constexpr KeepAxes keep_axes;

namespace detail {

template <int... Axes>
inline constexpr AxisSet axis_set = [] {
  AxisSet set;
  (set.push_back(Axes), ...);
  return set;
}();

// At most one.
template <class... Type>
concept Keep = sizeof...(Type) <= 1 && (std::is_same_v<Type, KeepAxes> && ...);

// Known is the shape type that says what is known of the operand, void where the operand itself does.
template <class Operation, class Known, bool KeepsAxes, int... Axes>
struct Reduce {
  static constexpr const char* name = Operation::reduction.name;
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    if constexpr (std::is_void_v<Known>) {
      return reduce_rule(Operation::reduction, from, from, axis_set<Axes...>, KeepsAxes, why);
    } else {
      return reduce_rule(Operation::reduction, from, Known::value, axis_set<Axes...>, KeepsAxes, why);
    }
  }
};

// Only argmax and argmin ask what the type says.
template <class Operation, class X>
struct KnownOf {
  using type = void;
};
template <class Operation, class T, class S>
  requires(Operation::reduction.finds_place)
struct KnownOf<Operation, Tensor<T, S>> {
  using type = S;
};

template <class Operation, class T>
struct ElementsWanted {
  constexpr Ruling operator()(Refusal* why) const {
    return wanted_rule(Operation::reduction.name, Operation::wanted, element_type<T>, why);
  }
};

// Nothing is said of what is no operand: max and min are functions of extents too, which clang asks about all the same.
template <class Operation, class X, bool KeepsAxes, int... Axes>
struct Reducing {};
template <class Operation, Operand X, bool KeepsAxes, int... Axes>
struct Reducing<Operation, X, KeepsAxes, Axes...> {
  using Question = Reduce<Operation, typename KnownOf<Operation, X>::type, KeepsAxes, Axes...>;
  using Elements = ElementsWanted<Operation, ElementIn<X>>;
  using Element = typename Operation::template Result<ElementIn<X>>;
  using Outcome = typename OutcomeIfWith<Element, Elements, Question, X>::type;
};
template <class Operation, class X, bool KeepsAxes, int... Axes>
using ReduceOutcome = typename Reducing<Operation, X, KeepsAxes, Axes...>::Outcome;

template <class Operation, bool KeepsAxes, int... Axes, class X>
constexpr auto reduced(const Operation& operation, const X& x) {
  using Case = Reducing<Operation, X, KeepsAxes, Axes...>;
  auto result = uninitialized<typename Case::Outcome>(settle(typename Case::Question{}, x));
  const Extents from = x.extents();
  engine::reduce(operation, x.data(), from, axis_bits(axis_set<Axes...>, from.rank), fresh(result));
  return result;
}

template <class Out, class X, bool KeepsAxes, int... Axes>
using SumIntoOutcome = IntoOutcome<engine::Whole<ElementIn<X>>, ElementsWanted<engine::Sum, ElementIn<X>>,
                                   Reduce<engine::Sum, void, KeepsAxes, Axes...>, Out, X>;

}  // namespace detail

// Whether these axes of a shape, or of a tensor's, can be summed over: they exist and differ.
template <class From, int... Axes>
concept Reducible = detail::HoldsFor<detail::Reduce<engine::Sum, void, false, Axes...>, From>;

// The sum; 0 of no elements. Integers give std::int64_t, as in PyTorch (std::uint64_t stays), and wrap around; cast<> bool.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto sum(const X& x, Kept... /*keep_axes*/) -> detail::ReduceOutcome<engine::Sum, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Sum, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Sum, sizeof...(Kept), Axes...>(engine::Sum{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto sum(const X& x, Kept...) -> detail::ReduceOutcome<engine::Sum, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Sum, X, sizeof...(Kept), Axes...>>;

// sum_into<1>(out, x): the same, written into a tensor that has the shape and the element type of the result.
template <int... Axes, detail::Operand Out, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto sum_into(Out& out, const X& x, Kept... /*keep_axes*/)
    -> detail::SumIntoOutcome<Out, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::SumIntoOutcome<Out, X, sizeof...(Kept), Axes...>>
{
  const auto write = [&](auto* to) {
    const Extents from = x.extents();
    engine::reduce(engine::Sum{}, x.data(), from, detail::axis_bits(detail::axis_set<Axes...>, from.rank), to);
  };
  using Question = detail::Reduce<engine::Sum, void, sizeof...(Kept) == 1, Axes...>;
  detail::into<detail::Kernel::of_many_elements>(Question{}, out, write, x);
}
template <int... Axes, detail::Operand Out, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto sum_into(Out& out, const X& x, Kept...) -> detail::SumIntoOutcome<Out, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::SumIntoOutcome<Out, X, sizeof...(Kept), Axes...>>;

// The mean, of elements that have fractions; no axis of extent 0 has one.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto mean(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Mean, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Mean, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Mean, sizeof...(Kept), Axes...>(engine::Mean{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto mean(const X& x, Kept...) -> detail::ReduceOutcome<engine::Mean, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Mean, X, sizeof...(Kept), Axes...>>;

// The product; 1 of no elements. Element types are those of sum.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto prod(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Product, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Product, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Product, sizeof...(Kept), Axes...>(engine::Product{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto prod(const X& x, Kept...) -> detail::ReduceOutcome<engine::Product, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Product, X, sizeof...(Kept), Axes...>>;

// The largest element; NaN where there is one (PyTorch's amax). No axis of extent 0 has one.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto max(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Largest, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Largest, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Largest, sizeof...(Kept), Axes...>(engine::Largest{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto max(const X& x, Kept...) -> detail::ReduceOutcome<engine::Largest, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Largest, X, sizeof...(Kept), Axes...>>;

// The smallest element; NaN where there is one.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto min(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Smallest, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Smallest, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Smallest, sizeof...(Kept), Axes...>(engine::Smallest{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto min(const X& x, Kept...) -> detail::ReduceOutcome<engine::Smallest, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Smallest, X, sizeof...(Kept), Axes...>>;

// Whether any element is true, or not zero.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto any(const X& x, Kept... /*keep_axes*/) -> detail::ReduceOutcome<engine::Any, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Any, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Any, sizeof...(Kept), Axes...>(engine::Any{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto any(const X& x, Kept...) -> detail::ReduceOutcome<engine::Any, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Any, X, sizeof...(Kept), Axes...>>;

// Whether all elements are true, or not zero.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto all(const X& x, Kept... /*keep_axes*/) -> detail::ReduceOutcome<engine::All, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::All, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::All, sizeof...(Kept), Axes...>(engine::All{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto all(const X& x, Kept...) -> detail::ReduceOutcome<engine::All, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::All, X, sizeof...(Kept), Axes...>>;

// Where the largest element stands, as std::int64_t: along one axis, or among all elements in row-major order. Of equal ones
// the first; the first NaN, where there is one. Over an axis that the type, or a DynamicTensor, says is 1, it is refused:
// the answer is always 0. An axis of N or dyn may hold 1.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto argmax(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::PlaceOfLargest, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::PlaceOfLargest, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::PlaceOfLargest, sizeof...(Kept), Axes...>(engine::PlaceOfLargest{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto argmax(const X& x, Kept...) -> detail::ReduceOutcome<engine::PlaceOfLargest, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::PlaceOfLargest, X, sizeof...(Kept), Axes...>>;

// Where the smallest element stands.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto argmin(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::PlaceOfSmallest, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::PlaceOfSmallest, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::PlaceOfSmallest, sizeof...(Kept), Axes...>(engine::PlaceOfSmallest{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto argmin(const X& x, Kept...) -> detail::ReduceOutcome<engine::PlaceOfSmallest, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::PlaceOfSmallest, X, sizeof...(Kept), Axes...>>;

}  // namespace shapeproof
