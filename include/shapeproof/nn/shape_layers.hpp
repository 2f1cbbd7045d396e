// SPDX-License-Identifier: BSL-1.0
// Which layers only give another shape, or nothing new? Flatten, Unflatten, Identity, and Dropout, which drops in training.
//
//   Flatten<>                [n, c, h, w] -> [n, c*h*w]
//   Unflatten<1, 16, 5, 5>   [n, 400] -> [n, 16, 5, 5]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/arithmetic.hpp"
#include "../ops/reshape.hpp"
#include "../random.hpp"
#include "applies.hpp"

namespace shapeproof {
namespace detail {

template <class... X>
struct KeptOutcome {};
template <class X>
struct KeptOutcome<X> : OutcomeOf<ElementIn<X>, SameShape, X> {};
struct KeepOperand {
  template <class... X>
  using Outcome = typename KeptOutcome<X...>::type;
  template <class Result, class X>
  static constexpr Result run(X&& x) {
    return std::forward<X>(x);
  }
};
inline constexpr Function<KeepOperand> keep;

constexpr bool keeps_some(const Fraction& dropped) {
  return 0 <= dropped.numerator && dropped.numerator < dropped.denominator;
}

}  // namespace detail

// Flatten<>, Flatten<First, Last>: axes First to Last become one; all but the batch by default, as in PyTorch.
template <int First = 1, int Last = -1>
struct Flatten : Layer<Flatten<First, Last>> {
  template <class X>
  constexpr auto forward(const X& x) const -> decltype(shapeproof::flatten<First, Last>(x)) {
    return shapeproof::flatten<First, Last>(x);
  }
  static constexpr Sentence name() { return sentence_of("Flatten<", First, ", ", Last, '>'); }
};

// Unflatten<1, 16, 5, 5>: one axis becomes several.
template <int Axis, auto... Parts>
struct Unflatten : Layer<Unflatten<Axis, Parts...>> {
  template <class X>
  constexpr auto forward(const X& x) const -> decltype(shapeproof::split<Axis, Parts...>(x)) {
    return shapeproof::split<Axis, Parts...>(x);
  }
  static constexpr Sentence name() {
    Sentence name = sentence_of("Unflatten<", Axis);
    for (const ExtentValue& part : Shape<Parts...>::value) name << ", " << part;
    return name << '>';
  }
};

// What was given; shares its elements.
struct Identity : detail::Applies<Identity, detail::keep> {};

// Dropout<Fraction{1, 10}>, Dropout<>, which is one half: in inference, what was given. training(x, random) makes each
// element 0 with this probability, and divides the others by its complement.
template <Fraction Probability = Fraction{1, 2}>
struct Dropout : detail::Applies<Dropout<Probability>, detail::keep> {
  static_assert(detail::keeps_some(Probability), "Dropout: a probability is at least 0 and below 1");
  // The part that stays.
  static constexpr double kept =
      1 - static_cast<double>(Probability.numerator) / static_cast<double>(Probability.denominator);

  // x, with each element made 0 with the probability, and the others divided by its complement.
  template <class X>
  auto training(const X& x, Random& random) const -> decltype(detail::keep(x)) {
    using T = typename X::element;
    return x * bernoulli_like(random, x, kept) * static_cast<T>(1 / kept);
  }
  static constexpr Sentence name() { return sentence_of("Dropout<", Probability, '>'); }
};

}  // namespace shapeproof
