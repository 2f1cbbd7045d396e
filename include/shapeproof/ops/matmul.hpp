// SPDX-License-Identifier: BSL-1.0
// How are matrices multiplied? matmul of two matrices, or of as many pairs of them as equal batch axes hold.
//
//   [..., m, k] x [..., k, n] -> [..., m, n]
#pragma once

#include "../message.hpp"

#include "../engine/matmul.hpp"
#include "../rules/contract.hpp"
#include "arithmetic.hpp"

namespace shapeproof {
namespace detail {

struct Matmul {
  static constexpr const char* name = "matmul";
  static constexpr bool divides = false;
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return matmul_rule(left, right, why);
  }
};

template <class A, class B>
using MatmulOutcome = typename OutcomeIf<Elements<Matmul, ElementIn<A>, ElementIn<B>>, Matmul, A, B>::type;

}  // namespace detail

// Whether A times B is defined. A and B are shapes, or tensors of these.
template <class A, class B>
concept Multipliable = detail::HoldsFor<detail::Matmul, A, B>;

// matmul(a, b): the product of matrices; the rows of a times the columns of b. Sums of half are kept as float.
template <detail::Operand A, detail::Operand B>
constexpr auto matmul(const A& a, const B& b) -> detail::MatmulOutcome<A, B>
  requires detail::Fits<detail::MatmulOutcome<A, B>>
{
  using Result = detail::MatmulOutcome<A, B>;
  auto result = detail::uninitialized<Result>(detail::settle(detail::Matmul{}, a, b));
  engine::matmul(a.data(), a.extents(), b.data(), detail::fresh(result), result.extents());
  return result;
}
template <detail::Operand A, detail::Operand B>
auto matmul(const A& a, const B& b) -> detail::MatmulOutcome<A, B>
  requires detail::Refuses<detail::MatmulOutcome<A, B>>;

}  // namespace shapeproof
