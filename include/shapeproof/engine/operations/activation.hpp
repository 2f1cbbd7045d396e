// SPDX-License-Identifier: BSL-1.0
// What do neurons do with their sum?
// Those that have no function apply are defined in ../definitions/elementwise.hpp.
#pragma once

#include "operation.hpp"

namespace shapeproof::engine {

struct Relu : Operation {
  static constexpr const char* name = "relu";
  static constexpr auto kind = ElementKind::real_number;
  template <Real T>
  static constexpr T apply(T x) {
    if constexpr (has_fractions<T>) return math::choose(x < T{0}, T{0}, x);
    else return x < T{0} ? T{0} : x;
  }
};
struct LeakyRelu : Operation {
  static constexpr const char* name = "leaky_relu";
  static constexpr auto kind = ElementKind::real_floating;
  double slope = 0.01;
  template <Real T>
  constexpr T apply(T x) const {
    const T flatter = static_cast<T>(slope) * x;
    if constexpr (has_fractions<T>) return math::choose(x < T{0}, flatter, x);
    else return x < T{0} ? flatter : x;
  }
};
struct Sigmoid : Operation {
  static constexpr const char* name = "sigmoid";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Elu : Operation {
  static constexpr const char* name = "elu";
  static constexpr auto kind = ElementKind::real_floating;
  double alpha = 1;
};
struct Silu : Operation {
  static constexpr const char* name = "silu";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Gelu : Operation {
  static constexpr const char* name = "gelu";
  static constexpr auto kind = ElementKind::real_floating;
};
struct GeluTanh : Operation {
  static constexpr const char* name = "gelu_tanh";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Softplus : Operation {
  static constexpr const char* name = "softplus";
  static constexpr auto kind = ElementKind::real_floating;
};

}  // namespace shapeproof::engine
