// SPDX-License-Identifier: BSL-1.0
// How are elements computed with one by one? An operation is a class with a function apply; it comes with two operands, or
// with a scalar on either side.
#pragma once

#include <cstdint>

#include "../element.hpp"

namespace shapeproof::engine {

struct Add {
  static constexpr const char* name = "add";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left + right;
  }
};
struct Subtract {
  static constexpr const char* name = "sub";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left - right;
  }
};
struct Multiply {
  static constexpr const char* name = "mul";
  static constexpr bool divides = false;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left * right;
  }
};
struct Divide {
  static constexpr const char* name = "div";
  static constexpr bool divides = true;
  template <class T>
  static constexpr T apply(const T& left, const T& right) {
    return left / right;
  }
};

// Integers wrap around, as NumPy's do: computed without a sign, in at least 32 bits.
template <class Operation, class T>
constexpr T apply(const T& left, const T& right) {
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    using Wide = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    return static_cast<T>(Operation::apply(static_cast<Wide>(left), static_cast<Wide>(right)));
  } else if constexpr (std::is_same_v<T, half>) {
    return half(Operation::apply(static_cast<float>(left), static_cast<float>(right)));
  } else {
    return Operation::apply(left, right);
  }
}

template <class Operation, class T>
constexpr void combine(const T* left, const T* right, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = apply<Operation>(left[i], right[i]);
}
template <class Operation, class T>
constexpr void combine(const T* left, const T& right, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = apply<Operation>(left[i], right);
}
template <class Operation, class T>
constexpr void combine(const T& left, const T* right, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = apply<Operation>(left, right[i]);
}

}  // namespace shapeproof::engine
