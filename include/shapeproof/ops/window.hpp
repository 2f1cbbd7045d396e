// SPDX-License-Identifier: BSL-1.0
// What do operations that move a window have in common? Each is a Rule: a question whose call operator takes the operands'
// shapes, with a name, with Elements<T...>, which asks about element types, and with compute(out, extents, x...), which
// writes the result.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/window.hpp"
#include "../rules/reduce.hpp"
#include "../rules/window.hpp"
#include "function.hpp"

namespace shapeproof::detail {

// The element type of an operation with one operand.
template <class Rule, class T>
struct WindowElements {
  constexpr Ruling operator()(Refusal* why) const {
    return wanted_rule(Rule::name, Rule::wanted, element_type<T>, why);
  }
};

// What Rule makes of operands X..., if it takes so many.
template <class Rule, class... X>
struct WindowOutcome {};
template <class Rule, class First, class... X>
  requires(Rule::least_operands <= 1 + sizeof...(X) && 1 + sizeof...(X) <= Rule::most_operands)
struct WindowOutcome<Rule, First, X...>
    : OutcomeIf<typename Rule::template Elements<ElementIn<First>, ElementIn<X>...>, Rule, First, X...> {};

template <class Rule, class Out, class... X>
struct WindowIntoOutcome {};
template <class Rule, class Out, class First, class... X>
  requires(Rule::least_operands <= 1 + sizeof...(X) && 1 + sizeof...(X) <= Rule::most_operands)
struct WindowIntoOutcome<Rule, Out, First, X...>
    : IntoOutcomeOf<ElementIn<First>, typename Rule::template Elements<ElementIn<First>, ElementIn<X>...>, Rule, Out,
                    First, X...> {};

// For Function: makes a tensor.
template <class Rule>
struct WindowOperation {
  template <class... X>
  using Outcome = typename WindowOutcome<Rule, X...>::type;
  template <class Result, class... X>
  static constexpr Result run(const X&... x) {
    auto result = uninitialized<Result>(settle(Rule{}, x...));
    Rule::compute(fresh(result), result.extents(), x...);
    return result;
  }
};

// The same into a tensor that is there: conv2d_into<Stride<2>>(out, x, kernel).
template <class Rule>
struct WindowInto {
  template <class Out, class... X>
  constexpr auto operator()(Out& out, const X&... x) const -> typename WindowIntoOutcome<Rule, Out, X...>::type
    requires Fits<typename WindowIntoOutcome<Rule, Out, X...>::type>
  {
    into<detail::Kernel::of_many_elements>(
        Rule{}, out, [&](auto* to) { Rule::compute(to, out.extents(), x...); }, x...);
  }
  template <class Out, class... X>
  auto operator()(Out& out, const X&... x) const -> typename WindowIntoOutcome<Rule, Out, X...>::type
    requires Refuses<typename WindowIntoOutcome<Rule, Out, X...>::type>;
};

// The last axes of a tensor.
constexpr engine::Plane plane_of(const Extents& extents, int axes) {
  return {axes == 1 ? 1 : extents[extents.rank - 2], extents[extents.rank - 1]};
}

// One option's numbers, where it is not given, `otherwise`.
constexpr engine::Plane plane_of(const WindowOptions& options, Option option, int axes,
                                 const engine::Plane& otherwise) {
  if (axes == 1) return {otherwise.height, options.get(option, 0, otherwise.width)};
  return {options.get(option, 0, otherwise.height), options.get(option, 1, otherwise.width)};
}

// What Same puts in front.
constexpr std::int64_t same_padding(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride,
                                    std::int64_t dilation) {
  const std::int64_t all = (out - 1) * stride + dilation * (kernel - 1) + 1 - in;
  return all > 0 ? all / 2 : 0;
}

// `stride` is what holds where no stride is given.
constexpr engine::Window window_of(const WindowOptions& options, int axes, const engine::Plane& kernel,
                                   const engine::Plane& stride, const engine::Plane& in, const engine::Plane& out) {
  engine::Window window;
  window.kernel = kernel;
  window.stride = plane_of(options, Option::stride, axes, stride);
  window.padding = plane_of(options, Option::padding, axes, {0, 0});
  window.dilation = plane_of(options, Option::dilation, axes, {1, 1});
  if (options.has(Option::same)) {
    window.padding = {same_padding(in.height, out.height, kernel.height, window.stride.height, window.dilation.height),
                      same_padding(in.width, out.width, kernel.width, window.stride.width, window.dilation.width)};
  }
  return window;
}

}  // namespace shapeproof::detail
