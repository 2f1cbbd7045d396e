// SPDX-License-Identifier: BSL-1.0
// Which activations are layers? Those of ops/activation.hpp under PyTorch's names: empty types for a model's members. The
// function objects themselves, relu, are as good in a Sequential.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/activation.hpp"
#include "../ops/math.hpp"
#include "../ops/softmax.hpp"
#include "applies.hpp"

namespace shapeproof {

// max(x, 0).
struct ReLU : detail::Applies<ReLU, relu> {};
// leaky_relu with PyTorch's slope of 0.01.
struct LeakyReLU : detail::Applies<LeakyReLU, leaky_relu> {};
// elu with PyTorch's alpha of 1.
struct ELU : detail::Applies<ELU, elu> {};
// 1 / (1 + exp(-x)).
struct Sigmoid : detail::Applies<Sigmoid, sigmoid> {};
// x * sigmoid(x).
struct SiLU : detail::Applies<SiLU, silu> {};
// log(1 + exp(x)).
struct Softplus : detail::Applies<Softplus, softplus> {};
// x * (1 + erf(x / sqrt(2))) / 2.
struct GELU : detail::Applies<GELU, gelu> {};
// What PyTorch writes as GELU(approximate="tanh").
struct GELUTanh : detail::Applies<GELUTanh, gelu_tanh> {};

// tanh(x), for tensors of any shape.
struct Tanh : Layer<Tanh> {
  template <class X>
  constexpr auto forward(X&& x) const -> decltype(shapeproof::tanh(std::forward<X>(x))) {
    return shapeproof::tanh(std::forward<X>(x));
  }
};

// Softmax<-1>: along an axis, which PyTorch calls dim.
template <int Axis>
struct Softmax : detail::AppliesWith<Softmax<Axis>, softmax<Axis>, Axis> {
  static constexpr const char* class_name = "Softmax";
};
template <int Axis>
struct LogSoftmax : detail::AppliesWith<LogSoftmax<Axis>, log_softmax<Axis>, Axis> {
  static constexpr const char* class_name = "LogSoftmax";
};

}  // namespace shapeproof
