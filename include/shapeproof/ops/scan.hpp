// SPDX-License-Identifier: BSL-1.0
// What do elements along an axis add up to so far, and what do they multiply to?
//
//   cumsum<1>(x)   [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/scan.hpp"
#include "softmax.hpp"

namespace shapeproof {
namespace detail {

template <class Operation>
struct ScanKind {
  static constexpr const char* name = std::is_same_v<Operation, engine::Sum> ? "cumsum" : "cumprod";
  static constexpr Wanted wanted = Wanted::numbers;
  template <class T>
  using Result = engine::Whole<T>;
};

template <class Operation, int Axis>
struct Scan {
  using Form = ScanKind<Operation>;
  template <class... X>
  using Outcome = typename AlongOutcome<Form, Axis, X...>::type;

  template <class Result, class X>
  static constexpr Result run(X&& x) {
    const Extents extents = settle(AlongAxis<Form, Axis>{}, x);
    const auto* in = x.data();
    auto result = reuse<Result>(extents, std::forward<X>(x));
    engine::scan<Operation>(in, fresh(result), along<Axis>(extents));
    return result;
  }
};

}  // namespace detail

// cumsum<1>(x): the sum of all elements along the axis up to and including each one. Integers give std::int64_t, as sum does.
template <int Axis>
inline constexpr detail::Function<detail::Scan<engine::Sum, Axis>> cumsum;

// cumprod<1>(x): their product.
template <int Axis>
inline constexpr detail::Function<detail::Scan<engine::Product, Axis>> cumprod;

}  // namespace shapeproof
