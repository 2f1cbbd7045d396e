// SPDX-License-Identifier: BSL-1.0
// How are axes folded that a pattern leaves out? Those that stand on the left only go; the others may move.
//
//   reduce<"b c h w -> b c", "mean">(x)                                         [b, c, h, w] -> [b, c]
//   reduce<"b (t s) -> t b", "max">(x, sizes<"s", 4>)                           [b, 4*t] -> [t, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/reduce.hpp"
#include "../rules/reduce_pattern.hpp"
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
  using type = engine::Largest;
};
template <>
struct ReductionAt<4> {
  using type = engine::Smallest;
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

// Whether the pattern can be read, and whether there is such a reduction, which takes such elements.
template <PatternText Text, PatternText Name, class T, class... Given>
struct ReductionElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling reads = PatternReads<Rewriting::reduce, Text, Given...>{}(why);
    if (!reads.holds) return reads;
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
                    ReductionElements<Text, Name, ElementIn<X>, Given...>,
                    ReduceQuestion<Text, ReductionNamed<Name>, Given...>, X> {};

// A reduction by a pattern as numbers: which axes of the operand go, and how what is left moves then.
struct ReductionPlan {
  Extents from{};
  unsigned dropped = 0;
  engine::Rearrangement moves{};
};

template <class Question>
constexpr ReductionPlan plan_for(const Question& question, const ShapeValue& shape) {
  const Arrangement arrangement = question.arrange(shape);
  ReductionPlan plan;
  plan.from = Extents(arrangement.left);
  Extents kept;
  int places[ShapeValue::max_rank] = {};
  for (int axis = 0; axis < arrangement.left.rank; ++axis) {
    if (arrangement.drops(axis)) {
      plan.dropped |= 1U << axis;
      continue;
    }
    places[axis] = kept.rank;
    kept.numbers[kept.rank++] = arrangement.left[axis].number;
  }
  int sources[ShapeValue::max_rank] = {};
  for (int i = 0; i < arrangement.right.rank; ++i) sources[i] = places[arrangement.sources[i]];
  plan.moves = engine::rearrangement_of(kept, Extents(arrangement.right), sources);
  return plan;
}
template <class Question, class S>
struct StaticReductionPlan {
  static constexpr ReductionPlan value = plan_for(Question{}, S::value);
};

template <class Result, class Operation, class X>
constexpr Result reduced_by(const X& x, const Extents& extents, const ReductionPlan& plan) {
  auto result = uninitialized<Result>(extents);
  engine::reduce(Operation{}, x.data(), plan.from, plan.dropped, fresh(result));
  return moved<Result>(result, extents, plan.moves);
}

template <PatternText Text, PatternText Name>
struct ReduceByPattern {
  template <class... X>
  using Outcome = typename ReduceOutcomeOf<Text, Name, X...>::type;

  template <class Result, class X, class... Given>
  static constexpr Result run(const X& x, const Given&... given) {
    using Operation = ReductionNamed<Name>;
    using Asked = ReduceQuestion<Text, Operation, Given...>;
    const Asked question = Asked::with(given...);
    const Extents extents = settle(question, x);
    if constexpr (requires { requires Result::shape_type::is_static && X::shape_type::is_static; }) {
      return reduced_by<Result, Operation>(x, extents, StaticReductionPlan<Asked, typename X::shape_type>::value);
    } else {
      return reduced_by<Result, Operation>(x, extents, plan_for(question, x.shape()));
    }
  }
};

}  // namespace detail

// reduce<"b c h w -> b c", "mean">(x, sizes...): sum, mean, prod, max, min, any or all over the axes that stand on the left
// only. Elements are what the operation of that name makes of them.
template <PatternText Pattern, PatternText Operation>
inline constexpr detail::Function<detail::ReduceByPattern<Pattern, Operation>> reduce{};

}  // namespace shapeproof
