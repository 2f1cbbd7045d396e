// SPDX-License-Identifier: BSL-1.0
// How are tensors multiplied along axes that letters name? einsum, with NumPy's patterns, read at compile time.
//
//   einsum<"bhid,bhjd->bhij">(q, k)   [b, h, i, d], [b, h, j, d] -> [b, h, i, j]
//
// Three and more operands are contracted two at a time, in the order with the fewest multiplications.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/einsum.hpp"
#include "../rules/einsum.hpp"
#include "../rules/elementwise.hpp"
#include "rearrange.hpp"

namespace shapeproof {
namespace detail {

// What stands last among the operands of a question: where its reasons go.
constexpr const ShapeValue* shape_at(const ShapeValue& shape) { return &shape; }
constexpr const ShapeValue* shape_at(Refusal*) { return nullptr; }
constexpr Refusal* reasons_at(const ShapeValue&) { return nullptr; }
constexpr Refusal* reasons_at(Refusal* why) { return why; }

template <PatternText Pattern>
struct EinsumQuestion {
  static constexpr const char* name = "einsum";
  static constexpr EinsumPattern pattern = read_einsum(Pattern.chars, Pattern.text().size);

  template <class... Operands>
  constexpr Ruling operator()(const Operands&... operands) const {
    const ShapeValue* const shapes[] = {shape_at(operands)...};
    Refusal* why = nullptr;
    ((why = reasons_at(operands)), ...);
    return einsum_rule(pattern, shapes, int{sizeof...(operands)} - 1, why);
  }

  // As numbers; the operands fit.
  template <class... Shapes>
  static constexpr Contraction contraction_of(const Shapes&... operands) {
    const ShapeValue* const shapes[] = {&operands...};
    Contraction contraction;
    einsum_rule(pattern, shapes, sizeof...(operands), nullptr, &contraction);
    return contraction;
  }
};

// The pattern has as many operands, and all their elements are numbers of one type: known for operands of any shape.
template <class Question, class First, class... Others>
struct EinsumElements {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = einsum_operands_rule(Question::pattern, 1 + sizeof...(Others), why);
    if (ruling.holds) ruling = arithmetic_rule("einsum", false, element_type<First>, why);
    ((ruling = ruling.holds ? same_element_rule("einsum", element_type<First>, element_type<Others>, why) : ruling),
     ...);
    return ruling;
  }
};

// Whether one operand's elements are all that the result has: nothing is summed over, and no diagonal taken.
constexpr bool only_moves(const EinsumPattern& pattern) {
  const EinsumTerm& operand = pattern.operands[0];
  return operand.size == pattern.result.size && operand.has_ellipsis() == pattern.result.has_ellipsis();
}
constexpr engine::Rearrangement moves_of(const Contraction& contraction) {
  Extents from;
  Extents to;
  int sources[ShapeValue::max_rank] = {};
  from.rank = to.rank = contraction.result.count;
  for (int axis = 0; axis < from.rank; ++axis) {
    from[axis] = contraction.extents[contraction.operands[0][axis]];
    to[axis] = contraction.extents[contraction.result[axis]];
    sources[axis] = contraction.operands[0].find(contraction.result[axis]);
  }
  return engine::rearrangement_of(from, to, sources);
}

template <class X>
inline constexpr bool is_static_operand = false;
template <class T, class S>
inline constexpr bool is_static_operand<Tensor<T, S>> = S::is_static;

template <class Question, class... Shapes>
struct StaticContraction {
  static constexpr Contraction value = Question::contraction_of(Shapes::value...);
};

template <class Question, class... X>
struct EinsumOutcomeOf {};
template <class Question, class First, class... X>
  requires(Operand<First> && (Operand<X> && ...))
struct EinsumOutcomeOf<Question, First, X...>
    : OutcomeIf<EinsumElements<Question, ElementIn<First>, ElementIn<X>...>, Question, First, X...> {};

template <PatternText Pattern>
struct Einsum {
  using Question = EinsumQuestion<Pattern>;

  template <class... X>
  using Outcome = typename EinsumOutcomeOf<Question, X...>::type;

  template <class Result, class... X>
  static constexpr Result run(const X&... x) {
    const Extents extents = settle(Question{}, x...);
    if constexpr (sizeof...(X) == 1 && only_moves(Question::pattern)) {
      return moved<Result>(x..., extents, moves_of(Question::contraction_of(x.shape()...)));
    } else {
      auto result = uninitialized<Result>(extents);
      compute(fresh(result), x...);
      return result;
    }
  }
  template <class T, class... X>
  static constexpr void compute(T* out, const X&... x) {
    const T* const operands[] = {x.data()...};
    if constexpr ((is_static_operand<X> && ...)) {
      engine::einsum(StaticContraction<Question, typename X::shape_type...>::value, operands, out);
    } else {
      engine::einsum(Question::contraction_of(x.shape()...), operands, out);
    }
  }
};

template <PatternText Pattern, class Out, class... X>
struct EinsumIntoOf {};
template <PatternText Pattern, class Out, class First, class... X>
struct EinsumIntoOf<Pattern, Out, First, X...>
    : IntoOutcomeOf<ElementIn<First>, EinsumElements<EinsumQuestion<Pattern>, ElementIn<First>, ElementIn<X>...>,
                    EinsumQuestion<Pattern>, Out, First, X...> {};
template <PatternText Pattern, class Out, class... X>
using EinsumInto = typename EinsumIntoOf<Pattern, Out, X...>::type;

}  // namespace detail

// Whether these shapes go into an einsum. They are shapes, or tensors of these.
template <PatternText Pattern, class... Operands>
concept Contractible = detail::HoldsFor<detail::EinsumQuestion<Pattern>, Operands...>;

// einsum<"ij,jk->ik">(a, b): one to eight operands of one element type. An index has one extent wherever it stands; what
// the right side leaves out is summed over. Sums of half are kept as float for each pair of operands.
template <PatternText Pattern>
inline constexpr detail::Function<detail::Einsum<Pattern>> einsum{};

// einsum_into<"ij,jk->ik">(out, a, b): the same, written into a tensor that has the result's shape.
template <PatternText Pattern, detail::Operand Out, detail::Operand... X>
constexpr auto einsum_into(Out& out, const X&... x) -> detail::EinsumInto<Pattern, Out, X...>
  requires detail::Fits<detail::EinsumInto<Pattern, Out, X...>>
{
  const auto write = [&](auto* to) { detail::Einsum<Pattern>::compute(to, x...); };
  detail::into<detail::Kernel::of_many_elements>(detail::EinsumQuestion<Pattern>{}, out, write, x...);
}
template <PatternText Pattern, detail::Operand Out, detail::Operand... X>
auto einsum_into(Out& out, const X&... x) -> detail::EinsumInto<Pattern, Out, X...>
  requires detail::Refuses<detail::EinsumInto<Pattern, Out, X...>>;

}  // namespace shapeproof
