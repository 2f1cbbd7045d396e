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

template <class Question, class... Shapes>
constexpr Ruling rule_on_types() {
  Ruling ruling = Question{}(Shapes::value..., nullptr);
  // A type keeps what was written: reshape<Shape<N, 3>> gives Shape<N, 3>, even where N can be worked out.
  if constexpr (requires { Question::keep_written(ruling.result); }) Question::keep_written(ruling.result);
  return ruling;
}

template <class Question, class... Shapes>
struct Ruled {
  static constexpr Ruling ruling = rule_on_types<Question, Shapes...>();
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

template <class Question, class... Shapes>
constexpr auto result_shape() {
  if constexpr (Holds<Question, Shapes...>) return static_cast<ShapeOf<Ruled<Question, Shapes...>>*>(nullptr);
  else return static_cast<RefusedFor<WhyNot<Question, Shapes...>>*>(nullptr);
}

// The shape that comes out, as a type; or the Refused type that says why there is none.
template <class Question, class... Shapes>
using ResultShape = std::remove_pointer_t<decltype(result_shape<Question, Shapes...>())>;

// Asks at run time. Throws ShapeError with the rule's sentence.
template <class Question, class... Values>
constexpr Ruling ask(const Question& question, const Values&... shapes) {
  Ruling ruling = question(shapes..., nullptr);
  if (!ruling.holds) {
    Refusal why;
    question(shapes..., &why);
    throw ShapeError(why);
  }
  return ruling;
}

}  // namespace shapeproof::detail
