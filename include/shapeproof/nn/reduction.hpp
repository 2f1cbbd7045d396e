// SPDX-License-Identifier: BSL-1.0
// What becomes of the losses of all elements? Their mean, unless reduction::sum, none or batch_mean is the last argument.
//
//   mse_loss(prediction, target)                    [a, b], [a, b] -> []
//   mse_loss(prediction, target, reduction::none)   [a, b], [a, b] -> [a, b]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/arithmetic.hpp"
#include "../ops/function.hpp"
#include "../ops/reduce.hpp"
#include "../rules/loss.hpp"

namespace shapeproof {

template <LossReduction How>
struct ReducedBy {};

namespace reduction {

inline constexpr ReducedBy<LossReduction::none> none;              // the loss of each element
inline constexpr ReducedBy<LossReduction::mean> mean;              // the mean of all
inline constexpr ReducedBy<LossReduction::sum> sum;                // the sum of all
inline constexpr ReducedBy<LossReduction::batch_mean> batch_mean;  // the sum, divided by the extent of axis 0

}  // namespace reduction

namespace detail {

// What the options of a call say: the last one may be a reduction.
template <class... Options>
struct ReductionIn {
  static constexpr LossReduction value = LossReduction::mean;
  static constexpr bool is_given = false;
};
template <class First, class... Options>
struct ReductionIn<First, Options...> : ReductionIn<Options...> {};
template <LossReduction How>
struct ReductionIn<ReducedBy<How>> {
  static constexpr LossReduction value = How;
  static constexpr bool is_given = true;
};
template <class... Options>
inline constexpr int other_options = int{sizeof...(Options)} - ReductionIn<Options...>::is_given;

// The number among the options, or what holds without one.
template <class... Options>
constexpr double number_in(double otherwise, const Options&...) {
  return otherwise;
}
template <class First, class... Options>
  requires std::is_arithmetic_v<First>
constexpr double number_in(double /*otherwise*/, First number, const Options&...) {
  return static_cast<double>(number);
}

// A loss of a prediction and a target of one shape. Form has
//   static constexpr const char* name;
//   template <class... Options> static constexpr bool takes;        what may stand behind the operands
//   static auto each(prediction, target, options...);               the loss of each element
template <class Form, LossReduction How>
struct Loss {
  static constexpr const char* name = Form::name;
  constexpr Ruling operator()(const ShapeValue& prediction, const ShapeValue& target, Refusal* why) const {
    return loss_rule(name, prediction, target, How, why);
  }
};

template <class Form, class P, class T>
struct LossElements {
  constexpr Ruling operator()(Refusal* why) const {
    return loss_element_rule(Form::name, element_type<P>, element_type<T>, why);
  }
};

template <LossReduction How, class Result, class Each>
Result reduced_loss(Each&& each) {
  if constexpr (How == LossReduction::none) {
    return std::forward<Each>(each);
  } else if constexpr (How == LossReduction::mean) {
    return mean(each);
  } else if constexpr (How == LossReduction::sum) {
    return sum(each);
  } else {
    const auto batch = static_cast<double>(each.extents()[0]);
    return sum(each) / batch;
  }
}

template <class Form>
struct LossOperation {
  template <class... X>
  struct OutcomeOfLoss {};
  template <Operand P, Operand T, class... Options>
    requires(Form::template takes<Options...>)
  struct OutcomeOfLoss<P, T, Options...>
      : OutcomeIf<LossElements<Form, ElementIn<P>, ElementIn<T>>, Loss<Form, ReductionIn<Options...>::value>, P, T> {};
  template <class... X>
  using Outcome = typename OutcomeOfLoss<X...>::type;

  template <class Result, class P, class T, class... Options>
  static Result run(const P& prediction, const T& target, const Options&... options) {
    constexpr LossReduction how = ReductionIn<Options...>::value;
    settle(Loss<Form, how>{}, prediction, target);
    return reduced_loss<how, Result>(Form::each(prediction, target, options...));
  }
};

}  // namespace detail
}  // namespace shapeproof
