// SPDX-License-Identifier: BSL-1.0
// How does a number meet the elements of a tensor? As one of their type; an integer that this type cannot hold lies below or
// above all of them.
#pragma once

#include "../engine/cast.hpp"
#include "../engine/elementwise.hpp"

namespace shapeproof::detail {

template <class Type>
concept Scalar = std::is_arithmetic_v<Type> || std::is_same_v<Type, half> || ComplexLike<Type>;

template <class T>
inline constexpr std::uint64_t largest_integer = ~std::uint64_t{0} >> (64 - sizeof(T) * 8 + std::is_signed_v<T>);
template <>
inline constexpr std::uint64_t largest_integer<bool> = 1;

// Whether an integer lies below (-1), within (0) or above (1) what elements of type T can be.
template <class T, class V>
constexpr int side_of(V value) {
  if constexpr (std::is_integral_v<T> && std::is_integral_v<V>) {
    if constexpr (std::is_signed_v<V>) {
      constexpr auto smallest = std::is_signed_v<T> ? -static_cast<std::int64_t>(largest_integer<T>) - 1 : 0;
      if (value < 0) return static_cast<std::int64_t>(value) < smallest ? -1 : 0;
    }
    return static_cast<std::uint64_t>(value) > largest_integer<T> ? 1 : 0;
  } else {
    return 0;
  }
}
// Of an integer that T cannot hold, the nearest that it can.
template <class T, class V>
constexpr T nearest(const V& value) {
  const int side = side_of<T>(value);
  if (side == 0) return engine::cast_element<T>(value);
  if constexpr (std::is_integral_v<T> && std::is_integral_v<V>) {
    const T largest = static_cast<T>(largest_integer<T>);
    return side > 0 ? largest : static_cast<T>(std::is_signed_v<T> ? -largest - 1 : 0);
  } else {
    return T{};
  }
}

// Calls body(x, scalar) with what stands for the two where they meet element by element.
template <class Operation, class X, class V, class Body>
constexpr auto with_scalar(const X& x, const V& value, const Body& body) {
  using T = typename X::element;
  if constexpr (requires { requires Operation::compares; } && std::is_integral_v<T>) {
    // A number that no element can be is above or below all of them.
    const T pair[] = {T(0), T(1)};
    const int side = side_of<T>(value);
    if (side != 0) return body(engine::always(pair[side > 0 ? 0 : 1]), engine::always(pair[side > 0 ? 1 : 0]));
  }
  if constexpr (requires { requires Operation::keeps_order; }) {
    const T scalar = nearest<T>(value);
    return body(engine::each_of(x.data()), engine::always(scalar));
  } else {
    const T scalar = engine::cast_element<T>(value);
    return body(engine::each_of(x.data()), engine::always(scalar));
  }
}
template <class Operation, class A, class B, class Body>
constexpr auto with_inputs(const A& a, const B& b, const Body& body) {
  if constexpr (Scalar<A>) {
    return with_scalar<Operation>(b, a, [&](auto x, auto scalar) { return body(scalar, x); });
  } else if constexpr (Scalar<B>) {
    return with_scalar<Operation>(a, b, body);
  } else {
    return body(engine::each_of(a.data()), engine::each_of(b.data()));
  }
}

}  // namespace shapeproof::detail
