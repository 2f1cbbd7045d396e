// SPDX-License-Identifier: BSL-1.0
// How does an operation become a layer without parameters? By its object:
//
//   struct ReLU : detail::Applies<ReLU, relu> {};
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/window_options.hpp"
#include "layer.hpp"

namespace shapeproof::detail {

template <class Self, const auto& Operation>
struct Applies : Layer<Self> {
  template <class X>
  constexpr auto forward(X&& x) const -> decltype(Operation(std::forward<X>(x))) {
    return Operation(std::forward<X>(x));
  }
};

// ", Kernel<5>, NoBias": template arguments as they are written.
template <class Argument>
constexpr void say_argument(Sentence& out, const char* between, const Argument& argument) {
  out << between;
  if constexpr (requires { Argument::setting.count; }) out << Argument::setting;
  else if constexpr (std::is_integral_v<Argument>) out << argument;
  else out << '?';
}
template <auto... Arguments>
constexpr void say_all(Sentence& out, const char* before_first = ", ") {
  [[maybe_unused]] const char* between = before_first;
  ((say_argument(out, between, Arguments), between = ", "), ...);
}
constexpr Sentence in_brackets(const char* class_name, const Sentence& arguments) {
  return sentence_of(class_name, '<', arguments, '>');
}

// The same for an operation with arguments, and a layer that has a class_name.
template <class Self, const auto& Operation, auto... Arguments>
struct AppliesWith : Applies<Self, Operation> {
  static constexpr Sentence name() {
    Sentence arguments;
    say_all<Arguments...>(arguments, "");
    return in_brackets(Self::class_name, arguments);
  }
};

}  // namespace shapeproof::detail
