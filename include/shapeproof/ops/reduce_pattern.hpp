// SPDX-License-Identifier: BSL-1.0
// How are axes folded that a pattern leaves out? Those that stand on the left only go; the others may move.
//
//   reduce<"b c h w -> b c", "mean">(x)                                         [b, c, h, w] -> [b, c]
//   reduce<"b (t s) -> t b", "max">(x, sizes<"s", 4>)                           [b, 4*t] -> [t, b]
#pragma once

#include "../message.hpp"

#include "../engine/reduce.hpp"
#include "rearrange.hpp"

namespace shapeproof {
namespace detail {

// In the order of reduction_names.
template <int Index>
struct ReductionAt {
  using type = void;
};
template <>
struct ReductionAt<0> {
  using type = engine::Sum;
};
template <>
struct ReductionAt<1> {
  using type = engine::Mean;
};
template <>
struct ReductionAt<2> {
  using type = engine::Product;
};
template <>
struct ReductionAt<3> {
  using type = engine::Maximum;
};
template <>
struct ReductionAt<4> {
  using type = engine::Minimum;
};
template <>
struct ReductionAt<5> {
  using type = engine::Any;
};
template <>
struct ReductionAt<6> {
  using type = engine::All;
};
template <PatternText Name>
using ReductionNamed = typename ReductionAt<reduction_index(Name.text())>::type;

// Whether there is such a reduction, and whether it takes such elements.
template <PatternText Text, PatternText Name, class T>
struct ReductionElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling named = reduction_name_rule(PatternOf<Rewriting::reduce, Text>::value.head, Name.text(), why);
    if constexpr (reduction_index(Name.text()) >= 0) {
      using Operation = ReductionNamed<Name>;
      return wanted_rule(Operation::reduction.name, Operation::wanted, element_type<T>, why);
    } else {
      return named;
    }
  }
};

template <PatternText Text, class Operation, class... Given>
struct ReduceQuestion : RearrangeQuestion<Rewriting::reduce, Text, Given...> {
  using Base = RearrangeQuestion<Rewriting::reduce, Text, Given...>;

  static constexpr ReduceQuestion with(const Given&... numbers) { return {Base::with(numbers...)}; }
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return reduce_by_pattern_rule(PatternOf<Rewriting::reduce, Text>::value, {this->given, sizeof...(Given)}, from,
                                  Operation::reduction, why);
  }
};

template <class Operation, class T>
struct ReducedElement {
  using type = typename Operation::template Result<T>;
};
template <class T>
struct ReducedElement<void, T> {
  using type = T;
};

template <PatternText Text, PatternText Name, class... X>
struct ReduceOutcomeOf {};
template <PatternText Text, PatternText Name, class X, class... Given>
  requires(is_refused<X> && (is_sizes<Given> && ...))
struct ReduceOutcomeOf<Text, Name, X, Given...> {
  using type = X;
};
template <PatternText Text, PatternText Name, class X, class... Given>
  requires(is_tensor<X> && (is_sizes<Given> && ...))
struct ReduceOutcomeOf<Text, Name, X, Given...>
    : OutcomeIfWith<typename ReducedElement<ReductionNamed<Name>, ElementIn<X>>::type,
                    ReductionElements<Text, Name, ElementIn<X>>, ReduceQuestion<Text, ReductionNamed<Name>, Given...>,
                    X> {};

// How what is left moves, once axes are gone.
constexpr engine::Rearrangement rearrangement_of_kept(const Arrangement& arrangement) {
  Extents kept;
  int places[ShapeValue::max_rank] = {};
  for (int axis = 0; axis < arrangement.left.rank; ++axis) {
    if (arrangement.drops(axis)) continue;
    places[axis] = kept.rank;
    kept.numbers[kept.rank++] = arrangement.left[axis].number;
  }
  int sources[ShapeValue::max_rank] = {};
  for (int i = 0; i < arrangement.right.rank; ++i) sources[i] = places[arrangement.sources[i]];
  return engine::rearrangement_of(kept, Extents(arrangement.right), sources);
}

template <PatternText Text, PatternText Name>
struct ReduceByPattern {
  template <class... X>
  using Outcome = typename ReduceOutcomeOf<Text, Name, X...>::type;

  template <class Result, class X, class... Given>
  static constexpr Result run(const X& x, const Given&... given) {
    using Operation = ReductionNamed<Name>;
    const auto question = ReduceQuestion<Text, Operation, Given...>::with(given...);
    const Extents extents = settle(question, x);
    const Arrangement arrangement = question.arrange(x.shape());
    unsigned dropped = 0;
    for (int axis = 0; axis < arrangement.left.rank; ++axis) dropped |= arrangement.drops(axis) ? 1U << axis : 0U;
    auto result = uninitialized<Result>(extents);
    engine::reduce(Operation{}, x.data(), Extents(arrangement.left), dropped, fresh(result));
    return moved<Result>(result, extents, rearrangement_of_kept(arrangement));
  }
};

}  // namespace detail

// reduce<"b c h w -> b c", "mean">(x, sizes...): sum, mean, prod, max, min, any or all over the axes that stand on the left
// only. Elements are what the operation of that name makes of them.
template <PatternText Pattern, PatternText Operation>
inline constexpr detail::Function<detail::ReduceByPattern<Pattern, Operation>> reduce{};

}  // namespace shapeproof
