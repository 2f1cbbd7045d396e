// SPDX-License-Identifier: BSL-1.0
// What do neurons do with their sum? The activation functions, as PyTorch defines them. They are objects, and can be passed
// on. relu takes all real numbers, the others floating-point ones.
//
//   relu [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "elementwise.hpp"

namespace shapeproof {

// relu(x): max(x, 0), element by element.
inline constexpr detail::Function<detail::Unary<engine::Relu>> relu;
// leaky_relu(x, 0.2): x, and slope * x below 0; the slope is 0.01 by itself.
inline constexpr detail::Function<detail::UnaryWith<engine::LeakyRelu>> leaky_relu;
// elu(x, 0.5): x, and alpha * (exp(x) - 1) below 0; alpha is 1 by itself.
inline constexpr detail::Function<detail::UnaryWith<engine::Elu>> elu;
// sigmoid(x): 1 / (1 + exp(-x)).
inline constexpr detail::Function<detail::Unary<engine::Sigmoid>> sigmoid;
// silu(x): x * sigmoid(x).
inline constexpr detail::Function<detail::Unary<engine::Silu>> silu;
// softplus(x): log(1 + exp(x)).
inline constexpr detail::Function<detail::Unary<engine::Softplus>> softplus;
// gelu(x): x * (1 + erf(x / sqrt(2))) / 2, as PyTorch's without an approximation.
inline constexpr detail::Function<detail::Unary<engine::Gelu>> gelu;
// gelu_tanh(x): x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) / 2, which is near gelu.
inline constexpr detail::Function<detail::Unary<engine::GeluTanh>> gelu_tanh;

// relu_into(out, x): the same, written into out, which may be x.
inline constexpr detail::Function<detail::UnaryInto<engine::Relu>> relu_into;
inline constexpr detail::Function<detail::UnaryIntoWith<engine::LeakyRelu>> leaky_relu_into;
inline constexpr detail::Function<detail::UnaryIntoWith<engine::Elu>> elu_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Sigmoid>> sigmoid_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Silu>> silu_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Softplus>> softplus_into;
inline constexpr detail::Function<detail::UnaryInto<engine::Gelu>> gelu_into;
inline constexpr detail::Function<detail::UnaryInto<engine::GeluTanh>> gelu_tanh_into;

}  // namespace shapeproof
