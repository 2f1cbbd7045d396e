// SPDX-License-Identifier: BSL-1.0
// How are elements computed with one by one? An operation is a class. One that is arithmetic has a function apply, which
// compilers make vector code of; what it takes more for (exp, tanh) is defined in definitions/elementwise.hpp.
#pragma once

#include <cstdint>

#include "../element.hpp"
#include "config.hpp"
#include "operations.hpp"

namespace shapeproof::engine {

// The elements of an operand: of a tensor, or one number that stands for as many as are wanted.
template <class T>
struct Input {
  const T* data;
  std::int64_t step;  // 1 or 0

  constexpr const T& operator[](std::int64_t i) const { return data[i * step]; }
};
template <class T>
constexpr Input<T> each_of(const T* data) {
  return {data, 1};
}
template <class T>
constexpr Input<T> always(const T& value) {
  return {&value, 0};
}

template <class Operation, class T>
struct ResultOf {
  using type = T;
};
template <class Operation, class T>
  requires Operation::gives_bool
struct ResultOf<Operation, T> {
  using type = bool;
};
template <Complex T>
struct ResultOf<Abs, T> {
  using type = typename T::value_type;
};
// The element type of what an operation makes of elements of type T.
template <class Operation, class T>
using Result = typename ResultOf<Operation, T>::type;

// Whether elements of type T are computed by the operation's own function.
template <class Operation, class T>
concept Plain = (!std::is_same_v<T, half> && (requires(const Operation& operation, const T& x) { operation.apply(x); } ||
                                              requires(const Operation& operation, const T& x) {
                                                operation.apply(x, x);
                                              })) ||
                (std::is_same_v<T, half> && (requires(const Operation& operation, float x) { operation.apply(x); } ||
                                             requires(const Operation& operation, float x) { operation.apply(x, x); }));

// Integers wrap around, as NumPy's do: computed without a sign, in at least 32 bits. half is computed as float.
template <class Operation, class T, class... Others>
constexpr Result<Operation, T> apply(const Operation& operation, const T& x, const Others&... others) {
  if constexpr (std::is_same_v<T, half>) {
    return Result<Operation, T>(operation.apply(static_cast<float>(x), static_cast<float>(others)...));
  } else if constexpr (Operation::wraps && std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    using Wide = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    return static_cast<T>(operation.apply(static_cast<Wide>(x), static_cast<Wide>(others)...));
  } else {
    return operation.apply(x, others...);
  }
}

// out[i] = operation(x[i]), and out[i] = operation(left[i], right[i]). `out` may be where an operand is.
template <class Operation, class T>
void map(const Operation& operation, const T* x, Result<Operation, T>* out, std::int64_t count);
template <class Operation, class T>
void combine(const Operation& operation, Input<T> left, Input<T> right, Result<Operation, T>* out, std::int64_t count);

// out[i] = condition[i] ? x[i] : y[i]
template <class T>
void select(const bool* condition, Input<T> x, Input<T> y, T* out, std::int64_t count);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/elementwise.hpp"
#endif
