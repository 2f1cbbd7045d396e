// SPDX-License-Identifier: BSL-1.0
// How do axes change places? permute and transpose copy: elements lie row-major again afterwards.
//
//   permute<0, 2, 3, 1>(x)   [n, c, h, w] -> [n, h, w, c]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/permute.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

template <int... Order>
struct Permute {
  static constexpr const char* name = "permute";
  static constexpr AxisOrder order = [] {
    AxisOrder all;
    for (const int axis : {Order..., 0}) {
      if (all.size < ShapeValue::max_rank) all.axes[all.size] = axis;
      ++all.size;
    }
    --all.size;
    return all;
  }();
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return permute_rule(from, order, why); }

  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x) {
    engine::permute(x.data(), x.extents(), to, extents, order);
  }
};

template <int First, int Second>
struct Transpose {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return transpose_rule(from, First, Second, why);
  }
};

// x's elements in the order of axes that is asked for; `order` may hold negative axes.
template <class Result, class Question, class X>
constexpr Result permuted(const Question& question, const X& x, const AxisOrder& order) {
  auto result = uninitialized<Result>(settle(question, x));
  engine::permute(x.data(), x.extents(), fresh(result), result.extents(), order);
  return result;
}

}  // namespace detail

// Whether the axes of From can be put in this order.
template <class From, int... Order>
concept Permutable = detail::HoldsFor<detail::Permute<Order...>, From>;

// permute<0, 2, 3, 1>(x): axis i of the result is the axis of x that is named at place i. Every axis is named once.
template <int... Order, detail::Operand X>
constexpr auto permute(const X& x) -> detail::Outcome<detail::Permute<Order...>, X>
  requires detail::Fits<detail::Outcome<detail::Permute<Order...>, X>>
{
  using Result = detail::Outcome<detail::Permute<Order...>, X>;
  return detail::permuted<Result>(detail::Permute<Order...>{}, x, detail::Permute<Order...>::order);
}
template <int... Order, detail::Operand X>
auto permute(const X& x) -> detail::Outcome<detail::Permute<Order...>, X>
  requires detail::Refuses<detail::Outcome<detail::Permute<Order...>, X>>;
// permute_into<0, 2, 3, 1>(out, x): the same, written into a tensor that has the result's shape.
template <int... Order>
inline constexpr detail::Function<detail::MovingInto<detail::Permute<Order...>>> permute_into;

// transpose<0, 1>(x): two axes change places; transpose(x): the last two.
template <int First = -2, int Second = -1, detail::Operand X>
constexpr auto transpose(const X& x) -> detail::Outcome<detail::Transpose<First, Second>, X>
  requires detail::Fits<detail::Outcome<detail::Transpose<First, Second>, X>>
{
  using Question = detail::Transpose<First, Second>;
  using Result = detail::Outcome<Question, X>;
  const int rank = detail::rank_of(x);
  detail::settle(Question{}, x);
  const AxisOrder order = detail::swapped(rank, detail::from_front(First, rank), detail::from_front(Second, rank));
  return detail::permuted<Result>(Question{}, x, order);
}
template <int First = -2, int Second = -1, detail::Operand X>
auto transpose(const X& x) -> detail::Outcome<detail::Transpose<First, Second>, X>
  requires detail::Refuses<detail::Outcome<detail::Transpose<First, Second>, X>>;

}  // namespace shapeproof
