// SPDX-License-Identifier: BSL-1.0
// How are axes moved, put together and taken apart in one step? By a pattern, read at compile time, as einops has them.
//
//   rearrange<"n c (h p) (w q) -> n (h w) (c p q)">(x, sizes<"p", 16>, sizes<"q", 16>)   [n, 3, 224, 224] -> [n, 196, 768]
//   repeat<"h w -> h w c">(x, sizes<"c", 3>)                                             [h, w] -> [h, w, 3]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/rearrange.hpp"
#include "../rules/rearrange.hpp"
#include "function.hpp"

namespace shapeproof {
namespace detail {

// The number that sizes<"p">(n) gives.
template <PatternText Axis>
struct SizeValue {
  std::int64_t number = -1;
  [[nodiscard]] constexpr GivenExtent given() const {
    return {Axis.text(), number == -1 ? ExtentValue(dyn) : ExtentValue(number)};
  }
};

// sizes<"p", 16>, and sizes<"p"> before it is called.
template <PatternText Axis, auto... Extent>
struct Sizes {
  static constexpr GivenExtent given() { return {Axis.text(), extent_of(Extent...)}; }

 private:
  template <class Type>
  static constexpr ExtentValue extent_of(const Type& extent) {
    if constexpr (Index<Type>) return static_cast<std::int64_t>(extent);
    else return extent_value(extent);
  }
};
template <PatternText Axis>
struct Sizes<Axis> {
  template <Index Number>
  constexpr SizeValue<Axis> operator()(Number number) const {
    // -1 stands for a number that is not known yet; no negative one is an extent.
    return {number < 0 ? -2 : static_cast<std::int64_t>(number)};
  }
  template <ExtentConstant Number>
  constexpr Sizes<Axis, static_cast<std::int64_t>(Number::value)> operator()(const Number&) const {
    return {};
  }
};

template <class Type>
inline constexpr bool is_sizes = false;
template <PatternText Axis>
inline constexpr bool is_sizes<SizeValue<Axis>> = true;
template <PatternText Axis, auto Extent>
inline constexpr bool is_sizes<Sizes<Axis, Extent>> = true;

template <Rewriting How, PatternText Text>
struct PatternOf {
  static constexpr Pattern value = read_pattern(How, Text.chars, Text.text().size);
};

template <Rewriting How, PatternText Text, class... Given>
struct RearrangeQuestion {
  // At compile time what the types say; at run time the numbers too.
  GivenExtent given[sizeof...(Given) + 1] = {Given{}.given()..., GivenExtent{}};

  static constexpr RearrangeQuestion with(const Given&... numbers) {
    RearrangeQuestion question;
    [[maybe_unused]] GivenExtent* next = question.given;
    ((*next++ = numbers.given()), ...);
    return question;
  }
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return rearrange_rule(PatternOf<How, Text>::value, {given, sizeof...(Given)}, from, why);
  }
  [[nodiscard]] constexpr Arrangement arrange(const ShapeValue& from) const {
    Arrangement arrangement;
    rearrange_rule(PatternOf<How, Text>::value, {given, sizeof...(Given)}, from, nullptr, &arrangement);
    return arrangement;
  }
};

// What is known of a pattern and its sizes for an operand of any shape, also a DynamicTensor.
template <Rewriting How, PatternText Text, class... Given>
struct PatternReads {
  constexpr Ruling operator()(Refusal* why) const {
    const GivenExtent given[] = {Given{}.given()..., GivenExtent{}};
    return pattern_and_sizes_rule(PatternOf<How, Text>::value, {given, sizeof...(Given)}, why);
  }
};

// Where elements move, as numbers.
template <class Question>
constexpr engine::Rearrangement moves_for(const Question& question, const ShapeValue& from) {
  const Arrangement arrangement = question.arrange(from);
  return engine::rearrangement_of(Extents(arrangement.left), Extents(arrangement.right), arrangement.sources);
}
template <class Question, class S>
struct StaticMoves {
  static constexpr engine::Rearrangement value = moves_for(Question{}, S::value);
};

template <Rewriting How, PatternText Text, class... X>
struct RearrangeOutcomeOf {};
template <Rewriting How, PatternText Text, class X, class... Given>
  requires(Operand<X> && (is_sizes<Given> && ...))
struct RearrangeOutcomeOf<How, Text, X, Given...>
    : OutcomeIfWith<ElementIn<X>, PatternReads<How, Text, Given...>, RearrangeQuestion<How, Text, Given...>, X> {};

// What moves nothing shares its elements.
template <class Result, class X>
constexpr Result moved(const X& x, const Extents& extents, const engine::Rearrangement& moves) {
  if (moves.is_nothing()) return regroup<Result>(x, extents);
  auto result = uninitialized<Result>(extents);
  engine::copy_strided(x.data(), fresh(result), moves.extents, moves.strides);
  return result;
}

template <Rewriting How, PatternText Text>
struct Rearrange {
  template <class... X>
  using Outcome = typename RearrangeOutcomeOf<How, Text, X...>::type;

  template <class Result, class X, class... Given>
  static constexpr Result run(const X& x, const Given&... given) {
    using Asked = RearrangeQuestion<How, Text, Given...>;
    const Asked question = Asked::with(given...);
    const Extents extents = settle(question, x);
    if constexpr (requires { requires Result::shape_type::is_static && X::shape_type::is_static; }) {
      return moved<Result>(x, extents, StaticMoves<Asked, typename X::shape_type>::value);
    } else {
      return moved<Result>(x, extents, moves_for(question, x.shape()));
    }
  }
};

}  // namespace detail

// The braces behind these variables are for clang 19, which without them takes a constexpr local that stands in the same
// call for one of another function.

// sizes<"p", 16>: how long an axis of a pattern is, as a number, a name or an expression; sizes<"p">(n) at run time.
template <PatternText Axis, auto... Extent>
inline constexpr detail::Sizes<Axis, Extent...> sizes{};

// Whether a pattern fits a shape, or a tensor of it. Given are the types of sizes<...>.
template <class From, PatternText Pattern, class... Given>
concept Rearrangeable =
    detail::HoldsFor<detail::RearrangeQuestion<Rewriting::rearrange, Pattern, std::remove_cvref_t<Given>...>, From>;

// rearrange<"b c h w -> b (h w) c">(x, sizes...): the same elements, axes in another order, taken apart and put together.
// Where nothing moves, no element is copied.
template <PatternText Pattern>
inline constexpr detail::Function<detail::Rearrange<Rewriting::rearrange, Pattern>> rearrange{};

// repeat<"h w -> h w c">(x, sizes<"c", 3>): axes that stand on the right only are new, and repeat the elements.
template <PatternText Pattern>
inline constexpr detail::Function<detail::Rearrange<Rewriting::repeat, Pattern>> repeat{};

}  // namespace shapeproof
