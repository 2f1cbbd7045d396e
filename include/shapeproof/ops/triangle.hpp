// SPDX-License-Identifier: BSL-1.0
// What lies on, below and above a diagonal? eye has ones on it; tril and triu keep the elements on one side; tril_mask and
// triu_mask say which these are. The diagonal is that of the last two axes: element (i, i + offset).
//
//   tril, triu   [..., n, m] -> the same
//   eye<float, 3, 4>() -> [3, 4]
//   tril_mask<Shape<T, T>>(t) -> [t, t]   true where the column is at most the row: what a position may attend to
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/created.hpp"
#include "../engine/create.hpp"
#include "../rules/triangle.hpp"
#include "function.hpp"

namespace shapeproof {
namespace detail {

struct Eye : AnyElements {
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return eye_rule(shape, numbers, count, why);
  }
};

template <class Result>
constexpr Result identity(const Extents& extents) {
  auto result = uninitialized<Result>(extents);
  engine::eye(fresh(result), extents[0], extents[1]);
  return result;
}

struct Tril {
  static constexpr const char* name = "tril";
  static constexpr const char* mask_name = "tril_mask";
  static constexpr bool is_lower = true;
};
struct Triu {
  static constexpr const char* name = "triu";
  static constexpr const char* mask_name = "triu_mask";
  static constexpr bool is_lower = false;
};

template <class Side>
constexpr engine::Triangle triangle(const Extents& extents, std::int64_t diagonal) {
  return {Side::is_lower, diagonal, extents[extents.rank - 2], extents[extents.rank - 1]};
}

template <class Side>
struct TriangleMask : AnyElements {
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return triangle_mask_rule(Side::mask_name, shape, numbers, count, why);
  }
};

template <class Side, class Result>
constexpr Result triangle_mask(const Extents& extents, std::int64_t diagonal) {
  auto result = uninitialized<Result>(extents);
  engine::triangle_mask(fresh(result), extents.count(), triangle<Side>(extents, diagonal));
  return result;
}

template <class Side>
struct HasDiagonal {
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    return triangle_rule(Side::name, shape, why);
  }
};

// A tensor, and which diagonal; no other operands.
template <class Side, class... X>
struct TriangleOutcome {};
template <class Side, Operand X>
struct TriangleOutcome<Side, X> : OutcomeOf<ElementIn<X>, HasDiagonal<Side>, X> {};
template <class Side, Operand X, Index Diagonal>
struct TriangleOutcome<Side, X, Diagonal> : TriangleOutcome<Side, X> {};

template <class Side>
struct KeepTriangle {
  template <class... X>
  using Outcome = typename TriangleOutcome<Side, X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x, std::int64_t diagonal = 0) {
    const Extents extents = settle(HasDiagonal<Side>{}, x);
    auto result = uninitialized<Result>(extents);
    engine::keep_triangle(x.data(), fresh(result), extents.count(), triangle<Side>(extents, diagonal));
    return result;
  }
};

}  // namespace detail

// tril(x), tril(x, diagonal): the elements with column <= row + diagonal, zeros elsewhere.
inline constexpr detail::Function<detail::KeepTriangle<detail::Tril>> tril;
// triu(x), triu(x, diagonal): the elements with column >= row + diagonal, zeros elsewhere.
inline constexpr detail::Function<detail::KeepTriangle<detail::Triu>> triu;

// eye<float, Shape<N, M>>(n, m): ones where row and column are the same, zeros elsewhere.
template <Element T, AnyShape S, detail::Index... I>
constexpr auto eye(I... numbers) -> detail::Created<detail::Eye, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Eye, T, S, sizeof...(I)>>
{
  return detail::identity<Tensor<T, S>>(detail::create(detail::Eye{}, S::value, numbers...));
}
template <Element T, AnyShape S, detail::Index... I>
auto eye(I... numbers) -> detail::Created<detail::Eye, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Eye, T, S, sizeof...(I)>>;
// eye<float, 3>(), eye<float, 3, 4>(): a matrix with ones on its diagonal and zeros elsewhere.
template <Element T, int Rows, int Columns = Rows>
constexpr auto eye() -> detail::Created<detail::Eye, T, Shape<Rows, Columns>, 0> {
  return eye<T, Shape<Rows, Columns>>();
}
// eye<float>({3, 4}): the same with a shape of run time. Throws ShapeError.
template <Element T>
DynamicTensor<T> eye(const ShapeValue& shape) {
  return detail::identity<DynamicTensor<T>>(detail::create(detail::Eye{}, shape));
}

// tril_mask<Shape<T, T>>(t), tril_mask<Shape<T, T>, Diagonal>(t): bool, true where tril keeps an element.
template <AnyShape S, int Diagonal = 0, detail::Index... I>
constexpr auto tril_mask(I... numbers) -> detail::Created<detail::TriangleMask<detail::Tril>, bool, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::TriangleMask<detail::Tril>, bool, S, sizeof...(I)>>
{
  const Extents extents = detail::create(detail::TriangleMask<detail::Tril>{}, S::value, numbers...);
  return detail::triangle_mask<detail::Tril, Tensor<bool, S>>(extents, Diagonal);
}
template <AnyShape S, int Diagonal = 0, detail::Index... I>
auto tril_mask(I... numbers) -> detail::Created<detail::TriangleMask<detail::Tril>, bool, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::TriangleMask<detail::Tril>, bool, S, sizeof...(I)>>;
// tril_mask({3, 4}), tril_mask({3, 4}, diagonal): the same with a shape of run time. Throws ShapeError.
inline DynamicTensor<bool> tril_mask(const ShapeValue& shape, std::int64_t diagonal = 0) {
  const Extents extents = detail::create(detail::TriangleMask<detail::Tril>{}, shape);
  return detail::triangle_mask<detail::Tril, DynamicTensor<bool>>(extents, diagonal);
}

// triu_mask<Shape<T, T>>(t), triu_mask<Shape<T, T>, Diagonal>(t): bool, true where triu keeps an element.
template <AnyShape S, int Diagonal = 0, detail::Index... I>
constexpr auto triu_mask(I... numbers) -> detail::Created<detail::TriangleMask<detail::Triu>, bool, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::TriangleMask<detail::Triu>, bool, S, sizeof...(I)>>
{
  const Extents extents = detail::create(detail::TriangleMask<detail::Triu>{}, S::value, numbers...);
  return detail::triangle_mask<detail::Triu, Tensor<bool, S>>(extents, Diagonal);
}
template <AnyShape S, int Diagonal = 0, detail::Index... I>
auto triu_mask(I... numbers) -> detail::Created<detail::TriangleMask<detail::Triu>, bool, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::TriangleMask<detail::Triu>, bool, S, sizeof...(I)>>;
// triu_mask({3, 4}), triu_mask({3, 4}, diagonal): the same with a shape of run time. Throws ShapeError.
inline DynamicTensor<bool> triu_mask(const ShapeValue& shape, std::int64_t diagonal = 0) {
  const Extents extents = detail::create(detail::TriangleMask<detail::Triu>{}, shape);
  return detail::triangle_mask<detail::Triu, DynamicTensor<bool>>(extents, diagonal);
}

}  // namespace shapeproof
