// SPDX-License-Identifier: BSL-1.0
// How are matrices and vectors multiplied? matmul of two of them, or of a batch; dot and outer of two vectors.
//
//   matmul   [..., m, k] x [..., k, n] -> [..., m, n]; one matrix, [k, n], may meet a batch; a vector is a row or a column
//   dot      [k], [k] -> []
//   outer    [m], [n] -> [m, n]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/small_matmul.hpp"
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

struct Dot {
  static constexpr const char* name = "dot";
  static constexpr bool divides = false;
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return dot_rule(left, right, why);
  }
};

struct Outer {
  static constexpr const char* name = "outer";
  static constexpr bool divides = false;
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return outer_rule(left, right, why);
  }
};

// All products of matrices that lie one behind the other. A vector is a row on the left and a column on the right; an
// operand without batch axes meets all matrices of the other.
constexpr engine::Gemm gemm_of(const Extents& left, const Extents& right) {
  const std::int64_t m = left.rank == 1 ? 1 : left[left.rank - 2];
  const std::int64_t k = left[left.rank - 1];
  const std::int64_t n = right.rank == 1 ? 1 : right[right.rank - 1];
  const Extents& longer = left.rank > 2 ? left : right;
  return {.m = m,
          .k = k,
          .n = n,
          .batches = longer.rank > 2 ? longer.count(0, longer.rank - 2) : 1,
          .left_batch_stride = left.rank > 2 ? m * k : 0,
          .right_batch_stride = right.rank > 2 ? k * n : 0,
          .out_batch_stride = m * n};
}

// Whether one static product is so small that its loops are unrolled: up to [8, 8] x [8, 8].
template <class A, class B>
inline constexpr bool is_small_product = false;
constexpr bool is_small_side(std::int64_t extent) { return extent > 0 && extent <= 8; }
constexpr bool are_small(const ShapeValue& left, const ShapeValue& right) {
  return left.rank == 2 && right.rank == 2 && is_small_side(left[0].number) && is_small_side(left[1].number) &&
         is_small_side(right[0].number) && is_small_side(right[1].number);
}
template <class T, class L, class R>
inline constexpr bool is_small_product<Tensor<T, L>, Tensor<T, R>> = are_small(L::value, R::value);

template <class Operation, class A, class B>
using ProductOutcome = typename OutcomeIf<Elements<Operation, ElementIn<A>, ElementIn<B>>, Operation, A, B>::type;
template <class Operation, class Out, class A, class B>
using ProductInto = IntoOutcome<ElementIn<A>, Elements<Operation, ElementIn<A>, ElementIn<B>>, Operation, Out, A, B>;

template <class T, class A, class B>
constexpr void multiply(Matmul, const A& a, const B& b, T* out) {
  if constexpr (is_small_product<A, B>) {
    constexpr Extents left(A::shape_type::value);
    constexpr Extents right(B::shape_type::value);
    engine::gemm_of_fixed<left[0], left[1], right[1]>(a.data(), b.data(), out);
  } else {
    engine::gemm(a.data(), b.data(), out, gemm_of(a.extents(), b.extents()));
  }
}
template <class T, class A, class B>
constexpr void multiply(Dot, const A& a, const B& b, T* out) {
  engine::gemm(a.data(), b.data(), out, {.m = 1, .k = a.element_count(), .n = 1});
}
template <class T, class A, class B>
constexpr void multiply(Outer, const A& a, const B& b, T* out) {
  engine::gemm(a.data(), b.data(), out, {.m = a.element_count(), .k = 1, .n = b.element_count()});
}

template <class Operation, class A, class B>
constexpr auto product(const A& a, const B& b) {
  auto result = uninitialized<ProductOutcome<Operation, A, B>>(settle(Operation{}, a, b));
  multiply(Operation{}, a, b, fresh(result));
  return result;
}

}  // namespace detail

// Whether A times B is defined. A and B are shapes, or tensors of these.
template <class A, class B>
concept Multipliable = detail::HoldsFor<detail::Matmul, A, B>;

// matmul(a, b): the product of matrices, the rows of a times the columns of b, in all ranks that NumPy multiplies; batch axes
// are never broadcast, but one matrix or vector may meet a batch. Sums of half are kept as float.
template <detail::Operand A, detail::Operand B>
constexpr auto matmul(const A& a, const B& b) -> detail::ProductOutcome<detail::Matmul, A, B>
  requires detail::Fits<detail::ProductOutcome<detail::Matmul, A, B>>
{
  return detail::product<detail::Matmul>(a, b);
}
template <detail::Operand A, detail::Operand B>
auto matmul(const A& a, const B& b) -> detail::ProductOutcome<detail::Matmul, A, B>
  requires detail::Refuses<detail::ProductOutcome<detail::Matmul, A, B>>;

// matmul_into(out, a, b): the same, written into a tensor that has the result's shape.
template <detail::Operand Out, detail::Operand A, detail::Operand B>
constexpr auto matmul_into(Out& out, const A& a, const B& b) -> detail::ProductInto<detail::Matmul, Out, A, B>
  requires detail::Fits<detail::ProductInto<detail::Matmul, Out, A, B>>
{
  const auto write = [&](auto* to) { detail::multiply(detail::Matmul{}, a, b, to); };
  detail::into<detail::Kernel::of_many_elements>(detail::Matmul{}, out, write, a, b);
}
template <detail::Operand Out, detail::Operand A, detail::Operand B>
auto matmul_into(Out& out, const A& a, const B& b) -> detail::ProductInto<detail::Matmul, Out, A, B>
  requires detail::Refuses<detail::ProductInto<detail::Matmul, Out, A, B>>;

// dot(a, b): the sum of the products of two vectors' elements, of rank 0. No element is conjugated, as in PyTorch's dot.
template <detail::Operand A, detail::Operand B>
constexpr auto dot(const A& a, const B& b) -> detail::ProductOutcome<detail::Dot, A, B>
  requires detail::Fits<detail::ProductOutcome<detail::Dot, A, B>>
{
  return detail::product<detail::Dot>(a, b);
}
template <detail::Operand A, detail::Operand B>
auto dot(const A& a, const B& b) -> detail::ProductOutcome<detail::Dot, A, B>
  requires detail::Refuses<detail::ProductOutcome<detail::Dot, A, B>>;

// outer(a, b): every element of one vector times every element of the other.
template <detail::Operand A, detail::Operand B>
constexpr auto outer(const A& a, const B& b) -> detail::ProductOutcome<detail::Outer, A, B>
  requires detail::Fits<detail::ProductOutcome<detail::Outer, A, B>>
{
  return detail::product<detail::Outer>(a, b);
}
template <detail::Operand A, detail::Operand B>
auto outer(const A& a, const B& b) -> detail::ProductOutcome<detail::Outer, A, B>
  requires detail::Refuses<detail::ProductOutcome<detail::Outer, A, B>>;

}  // namespace shapeproof
