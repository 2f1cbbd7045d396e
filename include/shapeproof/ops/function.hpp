// SPDX-License-Identifier: BSL-1.0
// How is an operation written once, for what fits and for what is refused, that can be called and be passed on?
//
//   struct Relu {
//     template <class X>
//     using Outcome = ...;  // the result's type, or Refused; none for what is no operand
//     template <class Result, class X>
//     static constexpr Result run(X&& x);
//   };
//   inline constexpr detail::Function<Relu> relu;
//
// A name that C's headers put into the global namespace (exp, floor) must be a pair of function templates instead:
// beside a function, an object of that name is ambiguous after `using namespace shapeproof`.
#pragma once

#include "operand.hpp"

namespace shapeproof::detail {

template <class Operation, class... X>
using OutcomeIn = typename Operation::template Outcome<std::remove_cvref_t<X>...>;

template <class Operation>
struct Function {
  using operation = Operation;

  template <class... X>
  constexpr auto operator()(X&&... x) const -> OutcomeIn<Operation, X...>
    requires Fits<OutcomeIn<Operation, X...>>
  {
    return Operation::template run<OutcomeIn<Operation, X...>>(std::forward<X>(x)...);
  }
  template <class... X>
  auto operator()(X&&... x) const -> OutcomeIn<Operation, X...>
    requires Refuses<OutcomeIn<Operation, X...>>;
};

}  // namespace shapeproof::detail
