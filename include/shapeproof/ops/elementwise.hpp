// SPDX-License-Identifier: BSL-1.0
// How is an element-wise operation built? From a class in engine/operations/: its name, the elements that it takes and
// what it does to them. All of them come here for their rules, for the memory of their result, and for x_into(out, ...).
#pragma once

#include "../rules/element_kind.hpp"
#include "function.hpp"
#include "scalar.hpp"

namespace shapeproof::detail {

// Whether an operation takes elements of a type.
template <class Operation>
constexpr Ruling kind_rule(ElementType type, Refusal* why) {
  if constexpr (requires { Operation::kind; }) return element_kind_rule(Operation::name, Operation::kind, type, why);
  else return arithmetic_rule(Operation::name, Operation::divides, type, why);
}
template <class Operation, class T>
struct ElementsOf {
  constexpr Ruling operator()(Refusal* why) const { return kind_rule<Operation>(element_type<T>, why); }
};
// The element types of two operands. Asked once for two element types, not for each shape.
template <class Operation, class L, class R>
struct Elements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = same_element_rule(Operation::name, element_type<L>, element_type<R>, why);
    return ruling.holds ? kind_rule<Operation>(element_type<L>, why) : ruling;
  }
};
template <class Operation, class T, class V>
struct ElementsAndScalar {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = scalar_rule(Operation::name, element_type<T>, !std::is_integral_v<V>, ComplexLike<V>, why);
    return ruling.holds ? kind_rule<Operation>(element_type<T>, why) : ruling;
  }
};

template <class Operation>
struct KeepsShape : SameShape {
  static constexpr const char* name = Operation::name;
};
template <class Operation>
struct Elementwise {
  static constexpr const char* name = Operation::name;
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return elementwise_rule(name, left, right, why);
  }
};

// What is asked of operands, and what comes out: of one tensor, of two, or of one and a scalar on either side.
template <class Operation, class... X>
struct Asked {};
template <class Operation, Operand X>
struct Asked<Operation, X> {
  using T = engine::Result<Operation, ElementIn<X>>;
  using Kinds = ElementsOf<Operation, ElementIn<X>>;
  using Shapes = KeepsShape<Operation>;
  using Outcome = typename OutcomeIfWith<T, Kinds, Shapes, X>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, Shapes, Out, X>;
};
template <class Operation, Operand A, Operand B>
struct Asked<Operation, A, B> {
  using T = engine::Result<Operation, ElementIn<A>>;
  using Kinds = Elements<Operation, ElementIn<A>, ElementIn<B>>;
  using Shapes = Elementwise<Operation>;
  using Outcome = typename OutcomeIfWith<T, Kinds, Shapes, A, B>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, Shapes, Out, A, B>;
};
template <class Operation, Operand X, Scalar V>
struct Asked<Operation, X, V> {
  using T = engine::Result<Operation, ElementIn<X>>;
  using Kinds = ElementsAndScalar<Operation, ElementIn<X>, V>;
  using Shapes = KeepsShape<Operation>;
  using Outcome = typename OutcomeIfWith<T, Kinds, Shapes, X>::type;
  template <class Out>
  using OutcomeInto = IntoOutcome<T, Kinds, Shapes, Out, X>;
};
template <class Operation, Scalar V, Operand X>
struct Asked<Operation, V, X> : Asked<Operation, X, V> {};

// What x_into(out, x...) returns, where Asks<x...> says what x... are asked.
template <template <class...> class Asks, class... X>
struct AskedInto {};
template <template <class...> class Asks, class Out, class... X>
  requires requires { typename Asks<X...>::template OutcomeInto<Out>; }
struct AskedInto<Asks, Out, X...> {
  using type = typename Asks<X...>::template OutcomeInto<Out>;
};

// X is as an argument was given: a reference or not.
template <class Operation, class... X>
using AskedOf = Asked<Operation, std::remove_cvref_t<X>...>;
template <class Operation, class... X>
using ElementwiseOutcome = typename AskedOf<Operation, X...>::Outcome;

template <class X>
concept Given = Operand<std::remove_cvref_t<X>>;
template <class V>
concept GivenScalar = Scalar<std::remove_cvref_t<V>>;

// Two tensors, or a tensor and a scalar on either side.
template <class A, class B>
concept Computable = (Given<A> && (Given<B> || GivenScalar<B>)) || (GivenScalar<A> && Given<B>);

// Calls body(i) for each element of a tensor that holds Count itself. A few are written out: compilers leave loops as they are.
template <class Body, std::int64_t... I>
constexpr void for_all(const Body& body, std::integer_sequence<std::int64_t, I...> /*indices*/) {
  (body(I), ...);
}
template <std::int64_t Count, class Body>
constexpr void for_each_element(const Body& body) {
  if constexpr (Count <= 16) {
    for_all(body, std::make_integer_sequence<std::int64_t, Count>{});
  } else {
    for (std::int64_t i = 0; i < Count; ++i) body(i);
  }
}

// How many elements a tensor holds itself; -1 for all those that do not, so that they share what is compiled for them.
template <class Out>
inline constexpr std::int64_t inline_count = -1;
template <class T, class S>
  requires is_inline<T, S>
inline constexpr std::int64_t inline_count<Tensor<T, S>> = layout<S>.count;

// Elements of a small tensor are computed where they are asked for, with their number known, also in constant expressions.
template <std::int64_t InlineCount, class Operation, class T>
constexpr void compute(const Operation& operation, const T* x, engine::Result<Operation, T>* to, std::int64_t count) {
  if constexpr (InlineCount >= 0 && engine::Plain<Operation, T>) {
    for_each_element<InlineCount>([&](std::int64_t i) { to[i] = engine::apply(operation, x[i]); });
  } else {
    engine::map(operation, x, to, count);
  }
}
template <std::int64_t InlineCount, class Operation, class T>
constexpr void compute(const Operation& operation, engine::Input<T> left, engine::Input<T> right,
                       engine::Result<Operation, T>* to, std::int64_t count) {
  if constexpr (InlineCount >= 0 && engine::Plain<Operation, T>) {
    for_each_element<InlineCount>([&](std::int64_t i) { to[i] = engine::apply(operation, left[i], right[i]); });
  } else {
    engine::combine(operation, left, right, to, count);
  }
}

template <class Result, class Operation, class X>
constexpr Result unary(const Operation& operation, X&& x) {
  const auto* elements = x.data();
  const std::int64_t count = x.element_count();
  auto result = reuse<Result>(x.extents(), std::forward<X>(x));
  compute<inline_count<Result>>(operation, elements, fresh(result), count);
  return result;
}
template <class Operation, class Out, class X>
constexpr void unary_into(const Operation& operation, Out& out, const X& x) {
  into<Kernel::of_each_element>(
      KeepsShape<Operation>{}, out,
      [&](auto* to) { compute<inline_count<Out>>(operation, x.data(), to, x.element_count()); }, x);
}

// The one of two operands that is no scalar.
template <class A, class B>
constexpr const auto& tensor_of(const A& a, const B& b) {
  if constexpr (Scalar<A>) return b;
  else return a;
}

template <class Operation, class A, class B>
constexpr auto binary(A&& a, B&& b) {
  using Result = ElementwiseOutcome<Operation, A, B>;
  if constexpr (Given<A> && Given<B>) {
    const Extents extents = settle(Elementwise<Operation>{}, a, b);
    const auto left = engine::each_of(a.data()), right = engine::each_of(b.data());
    auto result = reuse<Result>(extents, std::forward<A>(a), std::forward<B>(b));
    compute<inline_count<Result>>(Operation{}, left, right, fresh(result), extents.count());
    return result;
  } else {
    const Extents extents = tensor_of(a, b).extents();
    return with_inputs<Operation>(a, b, [&](auto left, auto right) {
      auto result = reuse<Result>(extents, std::forward<A>(a), std::forward<B>(b));
      compute<inline_count<Result>>(Operation{}, left, right, fresh(result), extents.count());
      return result;
    });
  }
}
template <class Operation, class Out, class A, class B>
constexpr void binary_into(Out& out, const A& a, const B& b) {
  const auto write = [&](auto* to) {
    with_inputs<Operation>(a, b, [&](auto left, auto right) {
      compute<inline_count<Out>>(Operation{}, left, right, to, out.element_count());
    });
  };
  if constexpr (Scalar<A>) into<Kernel::of_each_element>(KeepsShape<Operation>{}, out, write, b);
  else if constexpr (Scalar<B>) into<Kernel::of_each_element>(KeepsShape<Operation>{}, out, write, a);
  else into<Kernel::of_each_element>(Elementwise<Operation>{}, out, write, a, b);
}

// The functions: Function<Unary<engine::Relu>> and its like. An operation may have one parameter, a number.
template <class Operation>
struct Unary {
  template <class... X>
  using Outcome = typename Asked<Operation, X...>::Outcome;
  template <class Result, class X>
  static constexpr Result run(X&& x) {
    return unary<Result>(Operation{}, std::forward<X>(x));
  }
};
template <class Operation>
struct UnaryInto {
  template <class... X>
  using Asks = Asked<Operation, X...>;
  template <class... X>
  using Outcome = typename AskedInto<Asks, X...>::type;
  template <class Nothing, class Out, class X>
  static constexpr void run(Out& out, const X& x) {
    unary_into(Operation{}, out, x);
  }
};

template <class Operation, class... X>
struct AskedWith {};
template <class Operation, class X>
struct AskedWith<Operation, X> : Asked<Operation, X> {};
template <class Operation, class X, class V>
  requires std::is_arithmetic_v<V>
struct AskedWith<Operation, X, V> : Asked<Operation, X> {};

template <class Operation>
struct UnaryWith {
  template <class... X>
  using Outcome = typename AskedWith<Operation, X...>::Outcome;
  template <class Result, class X>
  static constexpr Result run(X&& x) {
    return unary<Result>(Operation{}, std::forward<X>(x));
  }
  template <class Result, class X, class V>
  static constexpr Result run(X&& x, const V& parameter) {
    return unary<Result>(Operation{{}, static_cast<double>(parameter)}, std::forward<X>(x));
  }
};
template <class Operation>
struct UnaryIntoWith {
  template <class... X>
  using Asks = AskedWith<Operation, X...>;
  template <class... X>
  using Outcome = typename AskedInto<Asks, X...>::type;
  template <class Nothing, class Out, class X>
  static constexpr void run(Out& out, const X& x) {
    unary_into(Operation{}, out, x);
  }
  template <class Nothing, class Out, class X, class V>
  static constexpr void run(Out& out, const X& x, const V& parameter) {
    unary_into(Operation{{}, static_cast<double>(parameter)}, out, x);
  }
};

template <class Operation>
struct Binary {
  template <class... X>
  using Outcome = typename Asked<Operation, X...>::Outcome;
  template <class Result, class A, class B>
  static constexpr Result run(A&& a, B&& b) {
    return binary<Operation>(std::forward<A>(a), std::forward<B>(b));
  }
};
template <class Operation>
struct BinaryInto {
  template <class... X>
  using Asks = Asked<Operation, X...>;
  template <class... X>
  using Outcome = typename AskedInto<Asks, X...>::type;
  template <class Nothing, class Out, class A, class B>
  static constexpr void run(Out& out, const A& a, const B& b) {
    binary_into<Operation>(out, a, b);
  }
};

// a += b, as add_into(a, a, b), returns a. Has no type for what is no operand: clang asks for the types of these operators
// for Eigen's arrays too, wherever this namespace is seen.
template <class Operation>
struct CompoundOf {
  template <class... X>
  using Asks = Asked<Operation, X...>;
};
template <class Checked, class A>
using CheckedOr = std::conditional_t<is_refused<Checked>, Checked, A&>;
template <class Operation, class A, class B>
using Compound = CheckedOr<typename AskedInto<CompoundOf<Operation>::template Asks, A, A, B>::type, A>;

}  // namespace shapeproof::detail
