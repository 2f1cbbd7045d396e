// SPDX-License-Identifier: BSL-1.0
// How is one of two values chosen for each element? where(condition, x, y), of which x or y may be a scalar.
//
//   where bool [a, b], [a, b], [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/where.hpp"
#include "elementwise.hpp"

namespace shapeproof {
namespace detail {

// Of all three, and of the condition and one tensor.
struct Where {
  static constexpr const char* name = "where";
  constexpr Ruling operator()(const ShapeValue& condition, const ShapeValue& x, const ShapeValue& y,
                              Refusal* why) const {
    return where_rule(condition, x, y, why);
  }
};
struct WhereX {
  static constexpr const char* name = "where";
  constexpr Ruling operator()(const ShapeValue& condition, const ShapeValue& x, Refusal* why) const {
    return where_x_rule(condition, x, why);
  }
};
struct WhereY {
  static constexpr const char* name = "where";
  constexpr Ruling operator()(const ShapeValue& condition, const ShapeValue& y, Refusal* why) const {
    return where_y_rule(condition, y, why);
  }
};

template <class Condition, class X, class Y>
struct WhereElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling condition = condition_rule(Where::name, element_type<Condition>, why);
    return condition.holds ? same_element_rule(Where::name, element_type<X>, element_type<Y>, why) : condition;
  }
};
template <class Condition, class T, class V>
struct WhereElementsAndScalar {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling condition = condition_rule(Where::name, element_type<Condition>, why);
    if (!condition.holds) return condition;
    return scalar_rule(Where::name, element_type<T>, !std::is_integral_v<V>, ComplexLike<V>, why);
  }
};

template <class... X>
struct AskedWhere {};
template <Operand C, Operand X, Operand Y>
struct AskedWhere<C, X, Y> {
  using T = ElementIn<X>;
  using Kinds = WhereElements<ElementIn<C>, T, ElementIn<Y>>;
  using Outcome = typename OutcomeIfWith<T, Kinds, Where, C, X, Y>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, Where, Out, C, X, Y>;
};
template <Operand C, Operand X, Scalar V>
struct AskedWhere<C, X, V> {
  using T = ElementIn<X>;
  using Kinds = WhereElementsAndScalar<ElementIn<C>, T, V>;
  using Outcome = typename OutcomeIfWith<T, Kinds, WhereX, C, X>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, WhereX, Out, C, X>;
};
template <Operand C, Scalar V, Operand Y>
struct AskedWhere<C, V, Y> {
  using T = ElementIn<Y>;
  using Kinds = WhereElementsAndScalar<ElementIn<C>, T, V>;
  using Outcome = typename OutcomeIfWith<T, Kinds, WhereY, C, Y>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, WhereY, Out, C, Y>;
};

template <class Out, class T>
constexpr void choose(const bool* condition, engine::Input<T> x, engine::Input<T> y, T* to, std::int64_t count) {
  if constexpr (is_inline_tensor<Out>) {
    for_each_element<inline_count<Out>>([&](std::int64_t i) { to[i] = condition[i] ? x[i] : y[i]; });
  } else {
    engine::select(condition, x, y, to, count);
  }
}

struct WhereFunction {
  template <class... X>
  using Outcome = typename AskedWhere<X...>::Outcome;

  template <class Result, class C, class X, class Y>
  static constexpr Result run(const C& condition, X&& x, Y&& y) {
    const Extents extents = settle_all(condition, x, y);
    return with_inputs<Where>(x, y, [&](auto yes, auto no) {
      auto result = reuse<Result>(extents, std::forward<X>(x), std::forward<Y>(y));
      choose<Result>(condition.data(), yes, no, fresh(result), extents.count());
      return result;
    });
  }

 private:
  template <class C, class X, class Y>
  static constexpr Extents settle_all(const C& condition, const X& x, const Y& y) {
    if constexpr (Scalar<X>) return settle(WhereY{}, condition, y);
    else if constexpr (Scalar<Y>) return settle(WhereX{}, condition, x);
    else return settle(Where{}, condition, x, y);
  }
};

struct WhereInto {
  template <class... X>
  using Outcome = typename AskedInto<AskedWhere, X...>::type;

  template <class Nothing, class Out, class C, class X, class Y>
  static constexpr void run(Out& out, const C& condition, const X& x, const Y& y) {
    const auto write = [&](auto* to) {
      with_inputs<Where>(x, y,
                         [&](auto yes, auto no) { choose<Out>(condition.data(), yes, no, to, out.element_count()); });
    };
    constexpr auto kind = Kernel::of_each_element;
    if constexpr (Scalar<X>) into<kind>(WhereY{}, out, write, condition, y);
    else if constexpr (Scalar<Y>) into<kind>(WhereX{}, out, write, condition, x);
    else into<kind>(Where{}, out, write, condition, x, y);
  }
};

}  // namespace detail

// Whether these shapes, or tensors of them, can be the condition and the two choices of a where.
template <class Condition, class X, class Y>
concept Selectable = detail::HoldsFor<detail::Where, Condition, X, Y>;

// where(condition, x, y): x's element where the condition is true, else y's. x or y may be a scalar.
inline constexpr detail::Function<detail::WhereFunction> where;
// where_into(out, condition, x, y): the same, written into out, which may be x or y.
inline constexpr detail::Function<detail::WhereInto> where_into;

}  // namespace shapeproof
