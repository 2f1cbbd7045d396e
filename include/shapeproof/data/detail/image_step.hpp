// SPDX-License-Identifier: BSL-1.0
// How is an image step built? It is a value that says what it does to a shape and to one image:
//
//   struct HorizontalFlip : detail::ImageStep<HorizontalFlip> {
//     static constexpr const char* name = "horizontal_flip";
//     static constexpr bool is_in_place = true;   run may be told to write where it reads
//     constexpr Ruling rule(const ShapeValue& images, Refusal* why) const;
//     template <class T, class Result>
//     void run(const T* in, Result* out, const detail::Frame& frame, detail::SampleNumbers& numbers) const;
//   };
//
// rule is asked at compile time of a step that was made from nothing, and again at run time of the step itself.
#pragma once

#include "../../message.hpp"

#include "../../engine/image.hpp"
#include "../../ops/operand.hpp"
#include "../../rules/image.hpp"
#include "../../rules/image_numbers.hpp"
#include "../draws.hpp"

namespace shapeproof::detail {

// What one step makes of one image.
struct Frame {
  engine::ImageExtents from{};
  engine::ImageExtents to{};
};

// What most steps are.
struct StepFacts {
  static constexpr bool is_random = false;
  static constexpr bool is_in_place = false;
  static constexpr bool gives_float = false;
  static constexpr ImageOrder takes = ImageOrder::channels_first;
  static constexpr ImageOrder gives = ImageOrder::channels_first;
  static constexpr Ruling elements(const char* step, ElementType type, Refusal* why) {
    return image_element_rule(step, type, why);
  }
  static constexpr Ruling rule(const ShapeValue& images, Refusal* /*why*/) { return allow(images); }
};

template <class Step, class T>
using StepResult = std::conditional_t<Step::gives_float, float, T>;

// Images on their way through steps: asks one after the other, and says the place of the one that does not fit.
struct Journey {
  ShapeValue shape{};
  ElementType elements{};
  ImageOrder order = ImageOrder::any;
  int place = 0;  // of the next step
  int steps = 1;
  Refusal* why = nullptr;
  Ruling ruling = allow({});

  template <class Question>
  constexpr bool ask(const Question& question) {
    const Ruling answer = question(nullptr);
    const bool checked = ruling.checks_at_run_time;
    ruling = answer;
    ruling.checks_at_run_time = answer.checks_at_run_time || checked;
    if (!answer.holds && why != nullptr) say_where(question);
    return answer.holds;
  }

  template <class Question>
  constexpr void say_where(const Question& question) {
    if (steps > 1) why->sentence << "pipeline, step " << place + 1 << " of " << steps << ": ";
    question(why);
    if (steps == 1) return;
    why->sentence << "; it receives " << elements;
    if (shape.rank > 0) why->sentence << ' ' << shape;
  }
};

// The steps of a pipeline, each at its place. Not a tuple of the standard library's: those cost more to compile.
template <std::size_t Place, class Step>
struct PlacedStep {
  Step step{};
};
template <class Places, class... Steps>
struct StepsAt;
template <std::size_t... Places, class... Steps>
struct StepsAt<std::index_sequence<Places...>, Steps...> : PlacedStep<Places, Steps>... {
  template <class Visit>
  constexpr bool each(const Visit& visit) const {
    return (visit(static_cast<const PlacedStep<Places, Steps>&>(*this).step) && ...);
  }
};
template <class... Steps>
using StepList = StepsAt<std::make_index_sequence<sizeof...(Steps)>, Steps...>;

template <std::size_t Place, class Step>
constexpr const Step& step_at(const PlacedStep<Place, Step>& placed) {
  return placed.step;
}

// The element types, which are known at compile time for every tensor; and whether there is a seed for what is random.
template <class T, bool HasSeed, class... Steps>
struct StepElements {
  constexpr Ruling operator()(Refusal* why) const {
    Journey journey{{}, element_type<T>, ImageOrder::any, 0, sizeof...(Steps), why};
    (void)StepList<Steps...>{}.each([&](const auto& step) { return take(journey, step); });
    return journey.ruling;
  }

  template <class Step>
  static constexpr bool take(Journey& journey, const Step&) {
    const bool fits = journey.ask([&](Refusal* reason) {
      const Ruling ruling = Step::elements(Step::name, journey.elements, reason);
      if (!ruling.holds || HasSeed || !Step::is_random) return ruling;
      return static_cast<Ruling>(refuse(reason)
                                 << Step::name
                                 << ": it draws at random and wants a seed; steps(images, {.seed = 1}) gives one");
    });
    if (Step::gives_float) journey.elements = ElementType::float32;
    ++journey.place;
    return fits;
  }
};

// The shapes. Where `frames` is given, it learns what each step does.
template <class T, class... Steps>
struct StepShapes {
  StepList<Steps...> list{};
  Frame* frames = nullptr;

  constexpr Ruling operator()(const ShapeValue& images, Refusal* why) const {
    Journey journey{images, element_type<T>, ImageOrder::any, 0, sizeof...(Steps), why};
    (void)list.each([&](const auto& step) { return take(journey, step); });
    return journey.ruling;
  }

 private:
  template <class Step>
  constexpr bool take(Journey& journey, const Step& step) const {
    const bool fits = journey.ask([&](Refusal* reason) {
      Ruling ruling = image_order_rule(Step::name, Step::takes, journey.order, reason);
      if (ruling.holds) ruling = images_rule(Step::name, journey.shape, Step::takes, reason);
      return ruling.holds ? step.rule(journey.shape, reason) : ruling;
    });
    if (!fits) return false;
    if (frames != nullptr) frames[journey.place] = {image_of(journey.shape), image_of(journey.ruling.result)};
    journey.shape = journey.ruling.result;
    if (Step::gives_float) journey.elements = ElementType::float32;
    if (Step::gives != ImageOrder::any) journey.order = Step::gives;
    ++journey.place;
    return true;
  }

  // The last three axes, whatever they are.
  static constexpr engine::ImageExtents image_of(const ShapeValue& shape) {
    return {shape[shape.rank - 3].number, {shape[shape.rank - 2].number, shape[shape.rank - 1].number}};
  }
};

template <class T, class... Steps>
struct LastElement {
  using type = T;
};
template <class T, class... Steps>
  requires(Steps::gives_float || ...)
struct LastElement<T, Steps...> {
  using type = float;
};

// What steps make of X: a tensor, or the error type.
template <bool HasSeed, class X, class... Steps>
using StepsOutcome =
    typename OutcomeIfWith<typename LastElement<ElementIn<X>, Steps...>::type,
                           StepElements<ElementIn<X>, HasSeed, Steps...>, StepShapes<ElementIn<X>, Steps...>, X>::type;

}  // namespace shapeproof::detail
