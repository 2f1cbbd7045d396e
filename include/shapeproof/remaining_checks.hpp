// SPDX-License-Identifier: BSL-1.0
// What does a model still check at run time? remaining_checks<Model, Shape<...>> counts, at compile time, the operations of
// a call whose shapes types cannot decide, and names them with their operands.
//
//   struct Head { template <class X> auto operator()(const X& x) const { return matmul(x, weights); } ... };
//   static_assert(remaining_checks<Head, Shape<N, 784>>.count == 0, remaining_checks<Head, Shape<N, 784>>.text);
//
// The model is called in no more than types: its call operator takes whatever type comes (auto, or a template parameter)
// and hands it to this library's operations. Left out are comparisons of a name with itself, which can only fail if two
// inputs disagree. Seen once is an operation that is called twice with the same operands' types on two branches; not seen
// are doors that a model goes through with a DynamicTensor, and what it does to a tensor by its members.
#pragma once

#include "convert.hpp"
#include "detail/traced.hpp"
#include "detail/type_name.hpp"
#include "ops/operand.hpp"

namespace shapeproof {
namespace detail {

// A number for each name, so that each is the same wherever it stands; `salt` gives other ones.
constexpr ShapeValue with_examples(const ShapeValue& shape, int salt) {
  Bindings names;
  for (const ExtentValue& extent : shape) {
    Bindings open;
    if (extent.has_symbol() && !extent.is_hole()) collect_open_names(extent.symbol, names, open);
    for (int i = 0; i < open.size(); ++i) {
      const Declaration declared = declaration_in(extent.symbol.text, open[i].name);
      std::int64_t number = salt;
      for (int k = 0; k < open[i].name.size; ++k) number = (number * 31 + open[i].name.begin[k]) % 97;
      number = (declared.least / declared.multiple + 3 + number) * declared.multiple;
      names.add({open[i].name, number, 0, 0});
    }
  }
  return with_numbers(shape, names);
}

// Whether an operation compares nothing but each name with itself.
template <class Question, class... Shapes>
constexpr bool compares_names_only() {
  for (const int salt : {5, 31, 77}) {
    const Ruling ruling = Question{}(with_examples(Shapes::value, salt)..., nullptr);
    if (!ruling.holds || ruling.checks_at_run_time || !ruling.result.is_known()) return false;
  }
  return true;
}

}  // namespace detail

// How many operations have something to check, and which.
struct RemainingChecks {
  int count = 0;    // how many checks are left
  Sentence text{};  // "matmul of Shape<N, T> and Shape<M, 10>; ..."
};

namespace detail {

template <class Question, class... Shapes>
constexpr void add_check(RemainingChecks& checks, Called<Question, Shapes...>) {
  if constexpr (Ruled<Question, Shapes...>::ruling.checks_at_run_time) {
    if (compares_names_only<Question, Shapes...>()) return;
    if (checks.count++ > 0) checks.text << "; ";
    if constexpr (requires { Sentence{} << Question::name; }) checks.text << Question::name;
    else checks.text << short_name<Question>();
    checks.text << " of ";
    int operand = 0;
    ((checks.text << (operand++ > 0 ? " and " : "") << Shapes::value), ...);
  }
}

template <class Layer, class Made, class... Operations>
constexpr void add_check(RemainingChecks& checks, CalledLayer<Layer, Made, Log<Operations...>>) {
  (add_check(checks, Operations{}), ...);
}

template <class... Entries>
constexpr RemainingChecks checks_in(Log<Entries...>) {
  RemainingChecks checks;
  (add_check(checks, Entries{}), ...);
  return checks;
}

template <class Input>
struct TracedInput {
  using type = Traced<float, Input, Log<>>;
};
template <class T, class S>
struct TracedInput<Tensor<T, S>> {
  using type = Traced<T, S, Log<>>;
};

template <class Model, class... Inputs>
using TracedResult = std::remove_cvref_t<decltype(std::declval<const Model&>()(
    std::declval<const typename TracedInput<Inputs>::type&>()...))>;

}  // namespace detail

// as<Shape<...>>(x) inside a model is a check like any other.
template <AnyShape To, class T, class S, class L>
auto as(const detail::Traced<T, S, L>&) -> detail::OutcomeWith<T, detail::As<T, To>, detail::Traced<T, S, L>>;

// What Model's call operator leaves to run time for inputs of these shapes, or tensors: Shape<N, 784> stands for float.
template <class Model, class... Inputs>
inline constexpr RemainingChecks remaining_checks =
    detail::checks_in(typename detail::LogOf<detail::TracedResult<Model, Inputs...>>::type{});

}  // namespace shapeproof
