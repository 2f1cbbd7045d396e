// SPDX-License-Identifier: BSL-1.0
// How is a tensor made of nothing but its type and numbers? An operation that creates says which elements and which shapes
// it makes:
//
//   struct Zeros {
//     static constexpr Ruling elements(ElementType, Refusal*);
//     constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal*) const;
//   };
//
// rule is asked at compile time with no numbers, of an operation that was made from nothing; and at run time with them.
#pragma once

#include "../dynamic.hpp"
#include "../rules/create.hpp"

namespace shapeproof::detail {

// Elements of any type.
struct AnyElements {
  static constexpr Ruling elements(ElementType, Refusal*) { return allow({}); }
};

template <class Operation, class T>
struct CreateElements {
  constexpr Ruling operator()(Refusal* why) const { return Operation::elements(element_type<T>, why); }
};

template <class Operation, int Count>
struct Create {
  Operation operation{};
  const std::int64_t* numbers = nullptr;
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    return operation.rule(shape, numbers, Count, why);
  }
};

template <class Operation, class T, class Result>
constexpr auto created_elements() {
  if constexpr (Holds<CreateElements<Operation, T>>) return static_cast<Result*>(nullptr);
  else return static_cast<RefusedFor<WhyNot<CreateElements<Operation, T>>>*>(nullptr);
}
template <class Operation, class T, class S, int Count>
constexpr auto created() {
  if constexpr (!Holds<CreateElements<Operation, T>> || Holds<Create<Operation, Count>, S>) {
    return created_elements<Operation, T, Tensor<T, S>>();
  } else {
    return static_cast<RefusedFor<WhyNot<Create<Operation, Count>, S>>*>(nullptr);
  }
}

// The tensor of shape S that `Count` numbers make, or the error type.
template <class Operation, class T, class S, int Count>
using Created = std::remove_pointer_t<decltype(created<Operation, T, S, Count>())>;
template <class Operation, class T>
using CreatedDynamic = std::remove_pointer_t<decltype(created_elements<Operation, T, DynamicTensor<T>>())>;

// The extents of a shape with its numbers. Throws ShapeError where they do not do.
template <class Operation, class... I>
constexpr Extents create(const Operation& operation, const ShapeValue& shape, I... numbers) {
  // None of the numbers is the zero at the end, as no array is empty.
  const std::int64_t all[] = {static_cast<std::int64_t>(numbers)..., 0};
  return Extents(ask(Create<Operation, int{sizeof...(I)}>{operation, all}, shape).result);
}

// The type of elements that is asked for, or that of x.
template <class T, class X>
using ElementLike = std::conditional_t<std::is_void_v<T>, X, std::type_identity<T>>;

}  // namespace shapeproof::detail
