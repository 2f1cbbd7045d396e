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

// All products of matrices that lie one behind the other.
constexpr engine::Gemm gemm_of(const Extents& left, const Extents& right) {
  const std::int64_t m = left[left.rank - 2];
  const std::int64_t k = left[left.rank - 1];
  const std::int64_t n = right[right.rank - 1];
  return {.m = m,
          .k = k,
          .n = n,
          .batches = left.count(0, left.rank - 2),
          .left_batch_stride = m * k,
          .right_batch_stride = k * n,
          .out_batch_stride = m * n};
}

// Whether one static product is so small that its loops are unrolled: up to [8, 8] x [8, 8].
template <class A, class B>
inline constexpr bool is_small_product = false;
template <class T, class L, class R>
inline constexpr bool is_small_product<Tensor<T, L>, Tensor<T, R>> = [] {
  if (!L::is_static || !R::is_static || L::rank != 2) return false;
  const Extents left(L::value);
  const Extents right(R::value);
  return left[0] <= 8 && left[1] <= 8 && right[1] <= 8 && left.count() > 0 && right.count() > 0;
}();

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
  if constexpr (detail::is_small_product<A, B>) {
    constexpr Extents left(A::shape_type::value);
    constexpr Extents right(B::shape_type::value);
    engine::gemm_of_fixed<left[0], left[1], right[1]>(a.data(), b.data(), detail::fresh(result));
  } else {
    engine::gemm(a.data(), b.data(), detail::fresh(result), detail::gemm_of(a.extents(), b.extents()));
  }
  return result;
}
template <detail::Operand A, detail::Operand B>
auto matmul(const A& a, const B& b) -> detail::MatmulOutcome<A, B>
  requires detail::Refuses<detail::MatmulOutcome<A, B>>;

}  // namespace shapeproof
