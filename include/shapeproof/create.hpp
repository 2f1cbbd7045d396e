// SPDX-License-Identifier: BSL-1.0
// How is a tensor made whose extents are known at run time only? zeros and full take one number for each name, and for
// each dyn, in the order in which they stand in the shape.
//
//   zeros<float, Shape<N, 3, 2 * T>>(16, 7)   N = 16, T = 7
#pragma once

#include "message.hpp"

#include "rules/create.hpp"
#include "tensor.hpp"

namespace shapeproof {
namespace detail {

template <int Count>
struct Create {
  const std::int64_t* numbers = nullptr;
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    return create_rule(shape, numbers, Count, why);
  }
};

template <class T, class S, int Count>
constexpr auto created() {
  if constexpr (Holds<Create<Count>, S>) return static_cast<Tensor<T, S>*>(nullptr);
  else return static_cast<RefusedFor<WhyNot<Create<Count>, S>>*>(nullptr);
}
template <class T, class S, int Count>
using Created = std::remove_pointer_t<decltype(created<T, S, Count>())>;

}  // namespace detail

// full<float, Shape<N, 3>>(0.5f, 16): every element is the value. Throws ShapeError where a number does not do.
template <Element T, AnyShape S, detail::Index... I>
constexpr auto full(const std::type_identity_t<T>& value, I... numbers) -> detail::Created<T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<T, S, sizeof...(I)>>
{
  using Result = detail::Created<T, S, sizeof...(I)>;
  const std::int64_t all[sizeof...(I) + 1] = {static_cast<std::int64_t>(numbers)..., 0};
  const Extents extents(detail::ask(detail::Create<sizeof...(I)>{all}, S::value).result);
  auto result = detail::uninitialized<Result>(extents);
  T* elements = detail::Access::storage(result).fresh_data();
  for (std::int64_t i = 0; i < extents.count(); ++i) elements[i] = value;
  return result;
}
template <Element T, AnyShape S, detail::Index... I>
auto full(const std::type_identity_t<T>& value, I... numbers) -> detail::Created<T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<T, S, sizeof...(I)>>;

// zeros<float, Shape<N, 3>>(16)
template <Element T, AnyShape S, detail::Index... I>
constexpr auto zeros(I... numbers) -> detail::Created<T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<T, S, sizeof...(I)>>
{
  return full<T, S>(T{}, numbers...);
}
template <Element T, AnyShape S, detail::Index... I>
auto zeros(I... numbers) -> detail::Created<T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<T, S, sizeof...(I)>>;

}  // namespace shapeproof
