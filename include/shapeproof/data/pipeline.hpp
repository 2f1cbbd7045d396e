// SPDX-License-Identifier: BSL-1.0
// How do several image steps become one? As a value that goes through them all, one image after the other:
//
//   const auto steps = pipeline(random_crop<32, 32>(4), random_flip, to_float, normalize({0.5, 0.5, 0.5}, {0.2, 0.2, 0.2}));
//   auto batch = steps(images, {.seed = 7, .epoch = epoch, .first_sample = first});   [n, 3, 40, 40] -> float [n, 3, 32, 32]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "detail/run_steps.hpp"

namespace shapeproof {
namespace detail {

// A step alone is called as a pipeline is.
template <class Step>
struct ImageStep : StepFacts {
  template <Operand X>
  auto operator()(const X& images, const Draws& draws) const -> StepsOutcome<true, X, Step>
    requires Fits<StepsOutcome<true, X, Step>>
  {
    return run_steps<StepsOutcome<true, X, Step>>(StepList<Step>{{static_cast<const Step&>(*this)}}, images, draws);
  }
  template <Operand X>
  auto operator()(const X& images, const Draws& draws) const -> StepsOutcome<true, X, Step>
    requires Refuses<StepsOutcome<true, X, Step>>;
  template <Operand X>
  auto operator()(const X& images) const -> StepsOutcome<false, X, Step>
    requires Fits<StepsOutcome<false, X, Step>>
  {
    return (*this)(images, Draws{});
  }
  template <Operand X>
  auto operator()(const X& images) const -> StepsOutcome<false, X, Step>
    requires Refuses<StepsOutcome<false, X, Step>>;
};

template <class Type>
concept AnyImageStep = std::derived_from<Type, ImageStep<Type>>;

}  // namespace detail

// [c, h, w] or [n, c, h, w] -> what the last step makes of it. Images of a batch are shared between threads, and no number
// depends on how many there are. Throws ShapeError where a check that was left for run time fails.
template <detail::AnyImageStep... Steps>
class Pipeline {
 public:
  // Of those steps, which it copies.
  constexpr explicit Pipeline(const Steps&... steps) : list_{{steps}...} {}

  // The tensor that comes out for a tensor of type X; or, where a step does not fit, the error type.
  template <class X>
  using Result = detail::StepsOutcome<true, X, Steps...>;
  // The same where no seed is given, which random steps want.
  template <class X>
  using ResultWithoutSeed = detail::StepsOutcome<false, X, Steps...>;

  // The same.
  template <detail::Operand X>
  auto operator()(const X& images, const Draws& draws) const -> Result<X>
    requires detail::Fits<Result<X>>
  {
    return detail::run_steps<Result<X>>(list_, images, draws);
  }
  template <detail::Operand X>
  auto operator()(const X& images, const Draws& draws) const -> Result<X>
    requires detail::Refuses<Result<X>>;
  // Without a seed: for steps of which none is random.
  template <detail::Operand X>
  auto operator()(const X& images) const -> ResultWithoutSeed<X>
    requires detail::Fits<ResultWithoutSeed<X>>
  {
    return detail::run_steps<ResultWithoutSeed<X>>(list_, images, Draws{});
  }
  template <detail::Operand X>
  auto operator()(const X& images) const -> ResultWithoutSeed<X>
    requires detail::Refuses<ResultWithoutSeed<X>>;

 private:
  detail::StepList<Steps...> list_;
};

// pipeline(step, step, ...): one step that does them all in order; at least one.
template <detail::AnyImageStep First, detail::AnyImageStep... Others>
constexpr Pipeline<First, Others...> pipeline(const First& first, const Others&... others) {
  return Pipeline<First, Others...>(first, others...);
}

// Whether images of type X fit all steps of a pipeline: ImagesFor<Tensor<float, Shape<N, 3, 32, 32>>, decltype(steps)>.
template <class X, class Steps>
concept ImagesFor = detail::Fits<typename std::remove_cvref_t<Steps>::template Result<X>>;

}  // namespace shapeproof
