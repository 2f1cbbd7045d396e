// SPDX-License-Identifier: BSL-1.0
// How is a tensor made of one value? zeros, ones and full take one number for each name, and for each dyn, in the order in
// which they stand in the shape; or, for a DynamicTensor, a shape as a value. zeros_like, ones_like and full_like take the
// shape of another tensor.
//
//   zeros<float, Shape<N, 3, 2 * T>>(16, 7)   N = 16, T = 7
//   zeros<float>({16, 3, 14})                 a DynamicTensor
#pragma once

#include "message.hpp"

#include "detail/created.hpp"
#include "engine/create.hpp"
#include "ops/arithmetic.hpp"

namespace shapeproof {
namespace detail {

// The three differ in what their sentences begin with.
struct Zeros : AnyElements {
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return create_rule("zeros", shape, numbers, count, why);
  }
};
struct Ones : AnyElements {
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return create_rule("ones", shape, numbers, count, why);
  }
};
struct Full : AnyElements {
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return create_rule("full", shape, numbers, count, why);
  }
};

template <class Result>
constexpr Result filled(const Extents& extents, const typename Result::element& value) {
  auto result = uninitialized<Result>(extents);
  engine::fill(fresh(result), extents.count(), value);
  return result;
}

// Whether a tensor with elements of type T can be filled with a V.
template <class T, class V>
struct FillElements {
  constexpr Ruling operator()(Refusal* why) const {
    return scalar_rule("full_like", element_type<T>, !std::is_integral_v<V>, ComplexLike<V>, why);
  }
};

template <class T, class X>
using LikeOutcome = OutcomeWith<typename ElementLike<T, ElementOf<X>>::type, SameShape, X>;
template <class T, class X, class V>
using FullLikeOutcome =
    typename OutcomeIfWith<typename ElementLike<T, ElementOf<X>>::type,
                           FillElements<typename ElementLike<T, ElementOf<X>>::type, V>, SameShape, X>::type;

}  // namespace detail

// full<float, Shape<N, 3>>(0.5f, 16): every element is the value. Throws ShapeError where a number does not do.
template <Element T, AnyShape S, detail::Index... I>
constexpr auto full(const std::type_identity_t<T>& value, I... numbers)
    -> detail::Created<detail::Full, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Full, T, S, sizeof...(I)>>
{
  return detail::filled<Tensor<T, S>>(detail::create(detail::Full{}, S::value, numbers...), value);
}
template <Element T, AnyShape S, detail::Index... I>
auto full(const std::type_identity_t<T>& value, I... numbers) -> detail::Created<detail::Full, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Full, T, S, sizeof...(I)>>;
// full<float>(0.5f, {16, 3}): the same with a shape of run time, as a DynamicTensor. Throws ShapeError.
template <Element T>
DynamicTensor<T> full(const std::type_identity_t<T>& value, const ShapeValue& shape) {
  return detail::filled<DynamicTensor<T>>(detail::create(detail::Full{}, shape), value);
}

// zeros<float, Shape<N, 3>>(16): zeros, with numbers for the extents that the type leaves open.
template <Element T, AnyShape S, detail::Index... I>
constexpr auto zeros(I... numbers) -> detail::Created<detail::Zeros, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Zeros, T, S, sizeof...(I)>>
{
  return detail::filled<Tensor<T, S>>(detail::create(detail::Zeros{}, S::value, numbers...), T{});
}
template <Element T, AnyShape S, detail::Index... I>
auto zeros(I... numbers) -> detail::Created<detail::Zeros, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Zeros, T, S, sizeof...(I)>>;
// zeros<float>({16, 3}): the same with a shape of run time, as a DynamicTensor. Throws ShapeError.
template <Element T>
DynamicTensor<T> zeros(const ShapeValue& shape) {
  return detail::filled<DynamicTensor<T>>(detail::create(detail::Zeros{}, shape), T{});
}

// ones<float, Shape<N, 3>>(16): ones, with numbers for the extents that the type leaves open.
template <Element T, AnyShape S, detail::Index... I>
constexpr auto ones(I... numbers) -> detail::Created<detail::Ones, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Ones, T, S, sizeof...(I)>>
{
  return detail::filled<Tensor<T, S>>(detail::create(detail::Ones{}, S::value, numbers...), engine::cast_element<T>(1));
}
template <Element T, AnyShape S, detail::Index... I>
auto ones(I... numbers) -> detail::Created<detail::Ones, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Ones, T, S, sizeof...(I)>>;
// ones<float>({16, 3}): the same with a shape of run time, as a DynamicTensor. Throws ShapeError.
template <Element T>
DynamicTensor<T> ones(const ShapeValue& shape) {
  return detail::filled<DynamicTensor<T>>(detail::create(detail::Ones{}, shape), engine::cast_element<T>(1));
}

// zeros_like(x): the shape of x, with its names and numbers, and its type of elements; zeros_like<double>(x): another one.
template <class T = void, detail::Operand X>
constexpr auto zeros_like(const X& x) -> detail::LikeOutcome<T, X>
  requires detail::Fits<detail::LikeOutcome<T, X>>
{
  using Result = detail::LikeOutcome<T, X>;
  return detail::filled<Result>(x.extents(), typename Result::element{});
}
template <class T = void, detail::Operand X>
auto zeros_like(const X& x) -> detail::LikeOutcome<T, X>
  requires detail::Refuses<detail::LikeOutcome<T, X>>;

// ones_like(x), ones_like<double>(x): ones of the shape of x, and of its elements' type or another.
template <class T = void, detail::Operand X>
constexpr auto ones_like(const X& x) -> detail::LikeOutcome<T, X>
  requires detail::Fits<detail::LikeOutcome<T, X>>
{
  using Result = detail::LikeOutcome<T, X>;
  return detail::filled<Result>(x.extents(), engine::cast_element<typename Result::element>(1));
}
template <class T = void, detail::Operand X>
auto ones_like(const X& x) -> detail::LikeOutcome<T, X>
  requires detail::Refuses<detail::LikeOutcome<T, X>>;

// full_like(x, 0.5f), full_like<double>(x, 0.5): one value in the shape of x, of its elements' type or another.
template <class T = void, detail::Operand X, detail::Scalar V>
constexpr auto full_like(const X& x, const V& value) -> detail::FullLikeOutcome<T, X, V>
  requires detail::Fits<detail::FullLikeOutcome<T, X, V>>
{
  using Result = detail::FullLikeOutcome<T, X, V>;
  return detail::filled<Result>(x.extents(), engine::cast_element<typename Result::element>(value));
}
template <class T = void, detail::Operand X, detail::Scalar V>
auto full_like(const X& x, const V& value) -> detail::FullLikeOutcome<T, X, V>
  requires detail::Refuses<detail::FullLikeOutcome<T, X, V>>;

}  // namespace shapeproof
