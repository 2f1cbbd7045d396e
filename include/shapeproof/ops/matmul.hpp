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
using MatmulOutcome = typename OutcomeIf<Elements<Matmul, A, B>, Matmul, A, B>::type;

}  // namespace detail

// Whether A times B is defined. A and B are shapes, or tensors of these.
template <class A, class B>
concept Multipliable = detail::HoldsFor<detail::Matmul, A, B>;

// matmul(a, b): the product of matrices; the rows of a times the columns of b. Sums of half are kept as float.
template <detail::Operand A, detail::Operand B>
constexpr auto matmul(const A& a, const B& b) -> detail::MatmulOutcome<A, B> {
  return detail::computed<detail::MatmulOutcome<A, B>>(
      detail::Matmul{},
      [&](auto* out, const Extents& extents) {
        const Extents left = a.extents();
        const std::int64_t m = extents[extents.rank - 2];
        const std::int64_t n = extents[extents.rank - 1];
        const std::int64_t k = left[left.rank - 1];
        for (std::int64_t batch = 0; batch < extents.count(0, extents.rank - 2); ++batch) {
          engine::matmul(a.data() + batch * m * k, b.data() + batch * k * n, out + batch * m * n, m, k, n);
        }
      },
      a, b);
}

}  // namespace shapeproof
