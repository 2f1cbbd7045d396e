// SPDX-License-Identifier: BSL-1.0
// How do numbers along an axis become probabilities, or their logarithms?
//
//   softmax<1>(x)   [a, b] -> [a, b]; each row adds up to 1
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/softmax.hpp"
#include "../rules/reduce.hpp"
#include "function.hpp"

namespace shapeproof {
namespace detail {

// An operation along one axis that keeps the shape.
template <class Operation, int Axis>
struct AlongAxis {
  static constexpr const char* name = Operation::name;
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return along_rule(name, from, Axis, why); }
};

template <class Operation, class T>
struct ElementsAlong {
  constexpr Ruling operator()(Refusal* why) const {
    return wanted_rule(Operation::name, Operation::wanted, element_type<T>, why);
  }
};

template <class Operation, int Axis, class... X>
struct AlongOutcome {};
template <class Operation, int Axis, class X>
struct AlongOutcome<Operation, Axis, X>
    : OutcomeIfWith<typename Operation::template Result<ElementIn<X>>, ElementsAlong<Operation, ElementIn<X>>,
                    AlongAxis<Operation, Axis>, X> {};

template <int Axis>
constexpr engine::Along along(const Extents& extents) {
  return engine::along(extents, from_front(Axis, extents.rank));
}

template <bool IsLog>
struct SoftmaxKind {
  static constexpr const char* name = IsLog ? "log_softmax" : "softmax";
  static constexpr Wanted wanted = Wanted::reals;
  template <class T>
  using Result = T;

  template <class T>
  static void compute(const T* in, T* out, const engine::Along& along) {
    if constexpr (IsLog) engine::log_softmax(in, out, along);
    else engine::softmax(in, out, along);
  }
};

template <bool IsLog, int Axis>
struct Softmax {
  using Form = SoftmaxKind<IsLog>;
  template <class... X>
  using Outcome = typename AlongOutcome<Form, Axis, X...>::type;

  template <class Result, class X>
  static Result run(X&& x) {
    const Extents extents = settle(AlongAxis<Form, Axis>{}, x);
    const auto* in = x.data();
    auto result = reuse<Result>(extents, std::forward<X>(x));
    Form::compute(in, fresh(result), along<Axis>(extents));
    return result;
  }
};

template <bool IsLog, int Axis, class Out, class X>
using SoftmaxIntoOutcome = IntoOutcome<ElementIn<X>, ElementsAlong<SoftmaxKind<IsLog>, ElementIn<X>>,
                                       AlongAxis<SoftmaxKind<IsLog>, Axis>, Out, X>;

template <bool IsLog, int Axis, class Out, class X>
void softmax_into(Out& out, const X& x) {
  using Form = SoftmaxKind<IsLog>;
  const auto write = [&](auto* to) { Form::compute(x.data(), to, along<Axis>(x.extents())); };
  into<Kernel::of_each_element>(AlongAxis<Form, Axis>{}, out, write, x);
}

}  // namespace detail

// softmax<1>(x): exp(x) / sum(exp(x)) along the axis, without overflow. Elements are half, float or double.
template <int Axis>
inline constexpr detail::Function<detail::Softmax<false, Axis>> softmax;

// log_softmax<1>(x): its logarithm, more exactly than log(softmax<1>(x)).
template <int Axis>
inline constexpr detail::Function<detail::Softmax<true, Axis>> log_softmax;

// softmax_into<1>(out, x): the same, written into a tensor of x's shape and element type; out may be x.
template <int Axis, detail::Operand Out, detail::Operand X>
auto softmax_into(Out& out, const X& x) -> detail::SoftmaxIntoOutcome<false, Axis, Out, X>
  requires detail::Fits<detail::SoftmaxIntoOutcome<false, Axis, Out, X>>
{
  detail::softmax_into<false, Axis>(out, x);
}
template <int Axis, detail::Operand Out, detail::Operand X>
auto softmax_into(Out& out, const X& x) -> detail::SoftmaxIntoOutcome<false, Axis, Out, X>
  requires detail::Refuses<detail::SoftmaxIntoOutcome<false, Axis, Out, X>>;

// log_softmax_into<1>(out, x): the same, written into a tensor that has the result's shape.
template <int Axis, detail::Operand Out, detail::Operand X>
auto log_softmax_into(Out& out, const X& x) -> detail::SoftmaxIntoOutcome<true, Axis, Out, X>
  requires detail::Fits<detail::SoftmaxIntoOutcome<true, Axis, Out, X>>
{
  detail::softmax_into<true, Axis>(out, x);
}
template <int Axis, detail::Operand Out, detail::Operand X>
auto log_softmax_into(Out& out, const X& x) -> detail::SoftmaxIntoOutcome<true, Axis, Out, X>
  requires detail::Refuses<detail::SoftmaxIntoOutcome<true, Axis, Out, X>>;

}  // namespace shapeproof
