// SPDX-License-Identifier: BSL-1.0
// What is each operation that is more than arithmetic? evaluate(operation, x), for float, double and complex numbers.
#pragma once

#include <cmath>
#include <complex>

#include "../math/circular.hpp"
#include "../math/error_function.hpp"
#include "../math/exponential.hpp"
#include "../operations.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace shapeproof::engine {

template <class T>
concept Floating = std::is_same_v<T, float> || std::is_same_v<T, double>;

// Elements that are computed at one go. So many that no compiler unrolls the loop before it makes vector code of it.
inline constexpr int block_size = 32;
template <class T>
struct Block {
  T values[block_size];
};

template <Floating T>
constexpr T evaluate(const Exp&, T x) {
  return math::exp(x);
}
template <Floating T>
constexpr T evaluate(const Expm1&, T x) {
  return math::expm1(x);
}
template <Floating T>
constexpr T evaluate(const Log&, T x) {
  return math::log(x);
}
template <Floating T>
constexpr T evaluate(const Log1p&, T x) {
  return math::log1p(x);
}
template <Floating T>
constexpr T evaluate(const Sin&, T x) {
  return math::sin(x);
}
template <Floating T>
constexpr T evaluate(const Cos&, T x) {
  return math::cos(x);
}
template <Floating T>
constexpr T evaluate(const Tanh&, T x) {
  return math::tanh(x);
}
template <Floating T>
constexpr T evaluate(const Sigmoid&, T x) {
  return math::logistic(x);
}
template <Floating T>
constexpr T evaluate(const Silu&, T x) {
  return x * math::logistic(x);
}
template <Floating T>
constexpr T evaluate(const Softplus&, T x) {
  return math::softplus(x);
}
template <Floating T>
constexpr T evaluate(const Elu& elu, T x) {
  const T below = static_cast<T>(elu.alpha) * math::expm1(x);
  return math::choose(x < 0, below, x);
}
// x (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (x + 0.044715 x^3) is x times the logistic function of 2u.
template <Floating T>
constexpr T evaluate(const GeluTanh&, T x) {
  const T twice = T(1.59576912160573071176) * (x + T(0.044715) * x * x * x);
  return x * math::logistic(twice);
}
constexpr float evaluate(const Erf&, float x) { return math::erf(x); }
inline double evaluate(const Erf&, double x) { return std::erf(x); }
constexpr float evaluate(const Gelu&, float x) { return math::gelu(x); }
inline double evaluate(const Gelu&, double x) { return 0.5 * x * std::erfc(-x * 0.70710678118654752440); }
template <Floating T>
T evaluate(const Power&, T x, T exponent) {
  return std::pow(x, exponent);
}

template <Complex T>
typename T::value_type evaluate(const Abs&, const T& x) {
  return std::abs(x);
}
template <Complex T>
T evaluate(const Exp&, const T& x) {
  return std::exp(x);
}
template <Complex T>
T evaluate(const Log&, const T& x) {
  return std::log(x);
}
template <Complex T>
T evaluate(const Sqrt&, const T& x) {
  return std::sqrt(x);
}
template <Complex T>
T evaluate(const Sin&, const T& x) {
  return std::sin(x);
}
template <Complex T>
T evaluate(const Cos&, const T& x) {
  return std::cos(x);
}
template <Complex T>
T evaluate(const Tanh&, const T& x) {
  return std::tanh(x);
}

// A block at a time: y = operation(x).
template <class Operation, Floating T>
void evaluate_block(const Operation& operation, const Block<T>& x, Block<T>& y) {
  for (int i = 0; i < block_size; ++i) y.values[i] = evaluate(operation, x.values[i]);
}

// Angles that are too large for vector code are rare.
template <Floating T>
void evaluate_block(const Sin& operation, const Block<T>& x, Block<T>& y) {
  for (int i = 0; i < block_size; ++i) y.values[i] = evaluate(operation, x.values[i]);
  for (int i = 0; i < block_size; ++i) {
    if (!(math::magnitude(x.values[i]) < T(math::largest_angle))) y.values[i] = std::sin(x.values[i]);
  }
}
template <Floating T>
void evaluate_block(const Cos& operation, const Block<T>& x, Block<T>& y) {
  for (int i = 0; i < block_size; ++i) y.values[i] = evaluate(operation, x.values[i]);
  for (int i = 0; i < block_size; ++i) {
    if (!(math::magnitude(x.values[i]) < T(math::largest_angle))) y.values[i] = std::cos(x.values[i]);
  }
}

// std::sqrt may set errno, so compilers make one call of each.
template <Floating T>
void evaluate_block(const Sqrt&, const Block<T>& x, Block<T>& y) {
#if defined(__SSE2__)
  if constexpr (sizeof(T) == 4) {
    for (int i = 0; i < block_size; i += 4) _mm_storeu_ps(y.values + i, _mm_sqrt_ps(_mm_loadu_ps(x.values + i)));
  } else {
    for (int i = 0; i < block_size; i += 2) _mm_storeu_pd(y.values + i, _mm_sqrt_pd(_mm_loadu_pd(x.values + i)));
  }
#else
  for (int i = 0; i < block_size; ++i) y.values[i] = std::sqrt(x.values[i]);
#endif
}
template <Floating T>
void evaluate_block(const Rsqrt&, const Block<T>& x, Block<T>& y) {
  evaluate_block(Sqrt{}, x, y);
  for (int i = 0; i < block_size; ++i) y.values[i] = 1 / y.values[i];
}

}  // namespace shapeproof::engine
