// SPDX-License-Identifier: BSL-1.0
// Which functions are defined in ../definitions/elementwise.hpp?
#pragma once

#include "operation.hpp"

namespace shapeproof::engine {

struct Exp : Operation {
  static constexpr const char* name = "exp";
  static constexpr auto kind = ElementKind::floating;
};
struct Expm1 : Operation {
  static constexpr const char* name = "expm1";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Log : Operation {
  static constexpr const char* name = "log";
  static constexpr auto kind = ElementKind::floating;
};
struct Log1p : Operation {
  static constexpr const char* name = "log1p";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Sqrt : Operation {
  static constexpr const char* name = "sqrt";
  static constexpr auto kind = ElementKind::floating;
};
struct Rsqrt : Operation {
  static constexpr const char* name = "rsqrt";
  static constexpr auto kind = ElementKind::real_floating;
};
struct Sin : Operation {
  static constexpr const char* name = "sin";
  static constexpr auto kind = ElementKind::floating;
};
struct Cos : Operation {
  static constexpr const char* name = "cos";
  static constexpr auto kind = ElementKind::floating;
};
struct Tanh : Operation {
  static constexpr const char* name = "tanh";
  static constexpr auto kind = ElementKind::floating;
};
struct Erf : Operation {
  static constexpr const char* name = "erf";
  static constexpr auto kind = ElementKind::real_floating;
};

}  // namespace shapeproof::engine
