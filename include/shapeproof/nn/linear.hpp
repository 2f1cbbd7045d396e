// SPDX-License-Identifier: BSL-1.0
// How does a layer mix features? Linear<400, 120> makes 120 of 400.
//
//   Linear<In, Out>   [..., in] -> [..., out], weight [out, in], bias [out]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/linear.hpp"
#include "weighted.hpp"

namespace shapeproof {
namespace detail {

// linear, which asks about the layer's options too.
template <auto... Options>
struct LinearWith : LinearRule {
  template <class... Shapes>
  constexpr Ruling operator()(const ShapeValue& input, const Shapes&... others) const {
    const Ruling ruling = options_rule(linear_form, window_options(Option::kernel, Options...), last_of(others...));
    return ruling.holds ? LinearRule::operator()(input, others...) : ruling;
  }
};
template <auto... Options>
inline constexpr Function<WindowOperation<LinearWith<Options...>>> linear_with;

}  // namespace detail

// Linear<In, Out>, Linear<In, Out, NoBias>: x times the weight's transpose, plus the bias, along the last axis. It begins as
// PyTorch's does, both within 1 / sqrt(In).
template <int InFeatures, int OutFeatures, auto... Options>
struct Linear : Layer<Linear<InFeatures, OutFeatures, Options...>>,
                detail::Weighted<detail::has_bias<Options...>, Shape<OutFeatures, InFeatures>, Shape<OutFeatures>> {
  Linear() {
    Random random(default_seed);
    initialize(random);
  }
  explicit Linear(Random& random) { initialize(random); }
  void initialize(Random& random) { this->fill(InFeatures, random); }

  template <class X>
  constexpr auto forward(X&& x) const -> decltype(this->weigh(detail::linear_with<Options...>, std::forward<X>(x))) {
    return this->weigh(detail::linear_with<Options...>, std::forward<X>(x));
  }

  static constexpr Sentence name() { return named(InFeatures, OutFeatures); }
  static constexpr Sentence would_fit(const ShapeValue& input) {
    if (input.rank == 0 || !input[input.rank - 1].is_known()) return {};
    const std::int64_t found = input[input.rank - 1].number;
    if (found == InFeatures || detail::first_to_flatten(input, InFeatures) >= 0) return {};
    if (found == OutFeatures) return named(OutFeatures, InFeatures);
    return named(found, OutFeatures);
  }

 private:
  static constexpr Sentence named(std::int64_t in, std::int64_t out) {
    Sentence name = sentence_of("Linear<", in, ", ", out);
    detail::say_all<Options...>(name);
    return name << '>';
  }
};

}  // namespace shapeproof
