// SPDX-License-Identifier: BSL-1.0
// How does an operation ask its rule? A rule's question is a small class whose call operator takes the operands' shapes:
//
//   struct Permute { constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const; };
//
// Ruled<Permute, Shape<...>> asks it at compile time; ask(Permute{}, x.shape()) at run time.
#pragma once

#include "../errors.hpp"
#include "../shape.hpp"

namespace shapeproof::detail {

// A type keeps what was written: reshape<Shape<N, 3>> gives Shape<N, 3>, even where N can be worked out.
template <class Question>
concept KeepsWritten = requires(ShapeValue& result) { Question::keep_written(result); };

template <class Question>
constexpr Ruling with_written(Ruling ruling) {
  Question::keep_written(ruling.result);
  return ruling;
}

// Classes rather than functions here and below: those are compiled in a fraction of the time.
template <class Question, class... Shapes>
struct RuledAsIs {
  static constexpr Ruling ruling = Question{}(Shapes::value..., nullptr);
};
template <KeepsWritten Question, class... Shapes>
struct RuledAsIs<Question, Shapes...> {
  static constexpr Ruling ruling = with_written<Question>(Question{}(Shapes::value..., nullptr));
};

template <class Question, class... Shapes>
struct Ruled : RuledAsIs<Question, Shapes...> {
  using RuledAsIs<Question, Shapes...>::ruling;
  static constexpr const ShapeValue& value = ruling.result;
  static constexpr bool is_settled = ruling.result.is_known() && !ruling.checks_at_run_time;
};

template <class Question, class... Shapes>
struct WhyNot {
  static constexpr Sentence sentence = [] {
    Refusal why;
    Question{}(Shapes::value..., &why);
    return why.sentence;
  }();
};

template <class Question, class... Shapes>
concept Holds = Ruled<Question, Shapes...>::ruling.holds;

template <bool HoldsForThem, class Question, class... Shapes>
struct ResultShapeOf {
  using type = ShapeOf<Ruled<Question, Shapes...>>;
};
template <class Question, class... Shapes>
struct ResultShapeOf<false, Question, Shapes...> {
  using type = RefusedFor<WhyNot<Question, Shapes...>>;
};

// The shape that comes out, as a type; or the Refused type that says why there is none.
template <class Question, class... Shapes>
using ResultShape = typename ResultShapeOf<Ruled<Question, Shapes...>::ruling.holds, Question, Shapes...>::type;

// The facts that ShapeError carries, where the rule has not said them: the first operand was found; the second, or the
// shape that the question names, was wanted.
template <class Question, class First, class... Others>
constexpr void add_facts(Refusal& why, const Question& question, const First& first, const Others&... others) {
  if (why.found.rank > 0 || why.expected.rank > 0) return;
  why.found = first;
  if constexpr (requires { why.expected = question.to; }) why.expected = question.to;
  else ((why.expected = others), ...);
}

// What no operand says cannot be worked out at run time either.
constexpr Refusal undetermined(const ShapeValue& result) {
  Refusal why;
  // run time only: tests/rules/outcome.cpp
  refuse(&why) << "the operands do not say how long the axes of " << result << " are";
  return why;
}

// Asks at run time. Throws ShapeError with the rule's sentence.
template <class Question, class... Values>
constexpr Ruling ask(const Question& question, const Values&... shapes) {
  Ruling ruling = question(shapes..., nullptr);
  if (!ruling.holds) {
    Refusal why;
    question(shapes..., &why);
    add_facts(why, question, shapes...);
    throw ShapeError(why);
  }
  if (!ruling.result.is_known()) throw ShapeError(undetermined(ruling.result));
  return ruling;
}

}  // namespace shapeproof::detail
