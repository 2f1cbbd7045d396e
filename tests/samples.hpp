// SPDX-License-Identifier: BSL-1.0
// What tests work on: tensors whose elements say where they are from, and errors caught as their sentence.
#pragma once

#include <complex>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <shapeproof/create.hpp>
#include <shapeproof/dynamic.hpp>

namespace samples {

using namespace shapeproof;

// The element that stands at a position of counted(): 0, 1, 2, ..., where the type ends, from its start again.
template <class T>
constexpr T nth(std::int64_t position) {
  if constexpr (std::is_same_v<T, bool>) return position % 2 == 1;
  else if constexpr (std::is_integral_v<T>) return static_cast<T>(position);
  else return T(static_cast<float>(position));
}

template <class Container>
constexpr void count_up(Container& elements) {
  std::int64_t position = 0;
  for (auto& element : elements) element = nth<std::remove_cvref_t<decltype(element)>>(position++);
}

// A DynamicTensor that counts: each element is its own position.
template <class T>
DynamicTensor<T> counted(const ShapeValue& shape) {
  DynamicTensor<T> x(shape);
  auto elements = x.writable_span();
  count_up(elements);
  return x;
}

// counted<float, Shape<N, 3>>(16): the same with a type; the numbers are those that zeros takes.
template <class T, class S, class... Numbers>
constexpr Tensor<T, S> counted(Numbers... numbers) {
  auto x = zeros<T, S>(numbers...);
  auto elements = x.writable_span();
  count_up(elements);
  return x;
}

template <class X>
auto elements_of(const X& x) {
  return std::vector<typename X::element>(x.begin(), x.end());
}

// What a ShapeError says, or "" where none is thrown.
template <class Function>
std::string shape_error(const Function& function) {
  try {
    function();
  } catch (const ShapeError& error) {
    return error.what();
  }
  return "";
}

// Whether two elements are the same, NaN being the same as NaN.
template <class T>
bool is_same_element(const T& a, const T& b) {
  if constexpr (detail::ComplexLike<T>)
    return is_same_element(a.real(), b.real()) && is_same_element(a.imag(), b.imag());
  else return a == b || (a != a && b != b);
}

}  // namespace samples
