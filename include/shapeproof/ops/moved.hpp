// SPDX-License-Identifier: BSL-1.0
// How is an operation built that only moves elements? It has, beside its rule, one function that writes the result:
//
//   struct Flip {
//     static constexpr const char* name = "flip";
//     constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const;
//     template <class T, class X>
//     static constexpr void write(T* to, const Extents& extents, const X& x);
//   };
//
// Moving<Flip> is what makes a tensor of it, MovingInto<Flip> what writes into one that is there.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/strided.hpp"
#include "function.hpp"

namespace shapeproof::detail {

template <class Type>
constexpr int rank_of(const Type& x) {
  if constexpr (Dynamic<Type>) return x.rank();
  else return Type::rank;
}

// Elements of any type can be moved.
struct MovableElements {
  constexpr Ruling operator()(Refusal* /*why*/) const { return allow({}); }
};

template <class Operation, class Elements, class... X>
struct MovedOutcome {};
template <class Operation, class Elements, class First, class... X>
  requires(Operand<First> && (Operand<X> && ...))
struct MovedOutcome<Operation, Elements, First, X...> : OutcomeIf<Elements, Operation, First, X...> {};

// Operation::Elements<T...> asks about the operands' element types, where it is there.
template <class Operation, class... X>
constexpr auto element_question() {
  if constexpr (requires { typename Operation::template Elements<ElementIn<X>...>; }) {
    return static_cast<typename Operation::template Elements<ElementIn<X>...>*>(nullptr);
  } else {
    return static_cast<MovableElements*>(nullptr);
  }
}
template <class Operation, class... X>
using ElementQuestion = std::remove_pointer_t<decltype(element_question<Operation, X...>())>;

template <class Operation>
struct Moving : Operation {
  template <class... X>
  using Outcome = typename MovedOutcome<Operation, ElementQuestion<Operation, X...>, X...>::type;

  template <class Result, class... X>
  static constexpr Result run(const X&... x) {
    auto result = uninitialized<Result>(settle(Operation{}, x...));
    Operation::write(fresh(result), result.extents(), x...);
    return result;
  }
};

template <class Operation>
struct MovingInto {
  template <class Out, class... X>
  struct OutcomeOfInto {};
  template <class Out, class First, class... X>
  struct OutcomeOfInto<Out, First, X...>
      : IntoOutcomeOf<ElementIn<First>, ElementQuestion<Operation, First, X...>, Operation, Out, First, X...> {};
  template <class... X>
  using Outcome = typename OutcomeOfInto<X...>::type;

  template <class Nothing, class Out, class... X>
  static constexpr void run(Out& out, const X&... x) {
    const Extents extents = settle(Into<Operation>{}, out, x...);
    write_into<Kernel::of_many_elements>(out, [&](auto* to) { Operation::write(to, extents, x...); }, x...);
  }
};

// Whether elements with these strides lie one behind the other.
constexpr bool is_dense(const Extents& extents, const engine::Strides& strides) {
  std::int64_t wanted = 1;
  for (int axis = extents.rank - 1; axis >= 0; --axis) {
    if (extents[axis] == 1) continue;
    if (strides[axis] != wanted) return false;
    wanted *= extents[axis];
  }
  return true;
}

// What lies in a tensor from element `first` on, at these strides.
struct Part {
  std::int64_t first = 0;
  engine::Strides strides{};
};

// The places [start, start + ...) of one axis, or place `start` of it.
constexpr Part part_from(const Extents& extents, int axis, std::int64_t start) {
  Part part{0, engine::row_major(extents)};
  const int at = from_front(axis, extents.rank);
  part.first = (start < 0 ? start + extents[at] : start) * part.strides[at];
  return part;
}
constexpr Part without_axis(Part part, int axis, int rank) {
  for (int i = from_front(axis, rank); i < rank - 1; ++i) part.strides[i] = part.strides[i + 1];
  return part;
}

// The part as a tensor. Where its elements lie one behind the other it shares x's buffer, and no element moves.
template <class Result, class X>
constexpr Result part_of(const X& x, const Part& part, const Extents& extents) {
  if constexpr (!is_inline_tensor<Result> && !is_inline_tensor<X>) {
    if (extents.count() == 0 || is_dense(extents, part.strides)) {
      return Access::make<Result>(Access::storage(x).elements().from(part.first), extents);
    }
  }
  auto result = uninitialized<Result>(extents);
  engine::copy_strided(x.data() + part.first, fresh(result), extents, part.strides);
  return result;
}

}  // namespace shapeproof::detail
