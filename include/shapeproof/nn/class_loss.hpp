// SPDX-License-Identifier: BSL-1.0
// How surprising is the right class? cross_entropy of scores, nll_loss of logarithms of probabilities. Classes stand on axis
// 1, as in PyTorch; the target holds their ids, or for cross_entropy a probability for each.
//
//   cross_entropy(logits, ids)             [n, c, d], [n, d] -> []
//   cross_entropy(logits, probabilities)   [n, c, d], [n, c, d] -> []
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/class_loss.hpp"
#include "../ops/index.hpp"
#include "../ops/softmax.hpp"
#include "../rules/one_hot.hpp"
#include "reduction.hpp"

namespace shapeproof {

// CrossEntropyOptions{.label_smoothing = 0.1}: behind the operands of cross_entropy or nll_loss.
struct CrossEntropyOptions {
  double label_smoothing = 0;        // what is taken from the right class and given to all; 0 to 1
  std::int64_t ignore_index = -100;  // samples of this id count for nothing
};

// What is taken from the right class and given to all lies between 0 and 1.
constexpr Ruling label_smoothing_rule(const char* operation, double smoothing, Refusal* why = nullptr) {
  if (smoothing >= 0 && smoothing <= 1) return allow({});
  // run time only: tests/nn/class_loss.cpp
  return refuse(why) << operation << ": label_smoothing is not between 0 and 1";
}

namespace detail {

template <bool IsIds, ElementType Target, LossReduction How>
struct ClassLossShape {
  const char* name;
  constexpr Ruling operator()(const ShapeValue& prediction, const ShapeValue& target, Refusal* why) const {
    const Ruling each = IsIds ? class_ids_rule(name, prediction, target, Target, why)
                              : class_probabilities_rule(name, prediction, target, Target, why);
    return reduced_loss_rule(name, each, How, why);
  }
  constexpr Ruling operator()(const ShapeValue& prediction, const ShapeValue& target, const ShapeValue& weight,
                              Refusal* why) const {
    Ruling ruling = (*this)(prediction, target, why);
    if (!ruling.holds) return ruling;
    const Ruling weighted = class_weight_rule(name, prediction, weight, why);
    if (!weighted.holds) return weighted;
    ruling.checks_at_run_time = ruling.checks_at_run_time || weighted.checks_at_run_time;
    return ruling;
  }
};

template <bool IsCrossEntropy, class Target, LossReduction How>
inline constexpr bool is_of_ids = !IsCrossEntropy || !is_floating(element_type<Target>);

template <bool IsCrossEntropy, class T, LossReduction How>
struct ClassLossQuestion : ClassLossShape<is_of_ids<IsCrossEntropy, T, How>, element_type<T>, How> {
  static constexpr const char* name = IsCrossEntropy ? "cross_entropy" : "nll_loss";
  constexpr ClassLossQuestion() : ClassLossShape<is_of_ids<IsCrossEntropy, T, How>, element_type<T>, How>{name} {}
};

// Scores with fractions; probabilities and weights of their type. Of ids the shape is asked too, so that question comes later.
template <bool IsCrossEntropy, class P, class T, class... Weight>
struct ClassLossElements {
  constexpr Ruling operator()(Refusal* why) const {
    constexpr const char* name = IsCrossEntropy ? "cross_entropy" : "nll_loss";
    constexpr bool has_probabilities = IsCrossEntropy && is_floating(element_type<T>);
    Ruling ruling =
        loss_element_rule(name, element_type<P>, has_probabilities ? element_type<T> : element_type<P>, why);
    (void)(ruling.holds &&
           ((ruling = parameter_element_rule(name, "weight", element_type<P>, element_type<Weight>, why)).holds &&
            ...));
    return ruling;
  }
};

template <class... Options>
constexpr CrossEntropyOptions class_options_in(const Options&...) {
  return {};
}
template <class... Options>
constexpr CrossEntropyOptions class_options_in(const CrossEntropyOptions& options, const Options&...) {
  return options;
}

template <class Id>
struct IsClassOf {
  const char* operation;
  std::int64_t position = 0;
  std::int64_t classes = 0;
  Id id = 0;
  constexpr Ruling operator()(const ShapeValue& ids, Refusal* why) const {
    return id_rule(operation, ids, position, classes, static_cast<std::int64_t>(id), id < Id{0}, why);
  }
};

// Throws ShapeError where an id is none of the classes, and not the ignored one. Unsigned ids are never negative.
template <class Ids>
void check_classes(const char* operation, const Ids& ids, std::int64_t classes, std::int64_t ignored) {
  const std::int64_t bad = engine::first_bad_class(ids.data(), ids.element_count(), classes, ignored);
  if (bad >= 0) ask(IsClassOf<ElementIn<Ids>>{operation, bad, classes, ids.data()[bad]}, ids.shape());
}

template <bool IsCrossEntropy>
struct ClassLossOperation {
  // Without, and with a weight for each class.
  template <class... X>
  struct OutcomeOfClassLoss {};
  template <Operand P, Operand T, class... O>
    requires(other_options<O...> == 0)
  struct OutcomeOfClassLoss<P, T, O...>
      : OutcomeIf<ClassLossElements<IsCrossEntropy, ElementIn<P>, ElementIn<T>>,
                  ClassLossQuestion<IsCrossEntropy, ElementIn<T>, ReductionIn<O...>::value>, P, T> {};
  template <Operand P, Operand T, class... O>
  struct OutcomeOfClassLoss<P, T, CrossEntropyOptions, O...> : OutcomeOfClassLoss<P, T, O...> {};
  template <Operand P, Operand T, Operand W, class... O>
    requires(other_options<O...> == 0)
  struct OutcomeOfClassLoss<P, T, W, O...>
      : OutcomeIf<ClassLossElements<IsCrossEntropy, ElementIn<P>, ElementIn<T>, ElementIn<W>>,
                  ClassLossQuestion<IsCrossEntropy, ElementIn<T>, ReductionIn<O...>::value>, P, T, W> {};
  template <Operand P, Operand T, Operand W, class... O>
  struct OutcomeOfClassLoss<P, T, W, CrossEntropyOptions, O...> : OutcomeOfClassLoss<P, T, W, O...> {};
  template <class... X>
  using Outcome = typename OutcomeOfClassLoss<X...>::type;

  template <class Result, class P, class T, class... O>
  static Result run(const P& prediction, const T& target, const O&... options) {
    const ClassLossQuestion<IsCrossEntropy, ElementIn<T>, ReductionIn<O...>::value> question;
    return computed<Result>(prediction, target, static_cast<const ElementIn<P>*>(nullptr),
                            settle(question, prediction, target), options...);
  }
  template <class Result, class P, class T, Operand W, class... O>
  static Result run(const P& prediction, const T& target, const W& weight, const O&... options) {
    const ClassLossQuestion<IsCrossEntropy, ElementIn<T>, ReductionIn<O...>::value> question;
    return computed<Result>(prediction, target, weight.data(), settle(question, prediction, target, weight),
                            options...);
  }

 private:
  static constexpr const char* name = IsCrossEntropy ? "cross_entropy" : "nll_loss";

  template <class Result, class P, class T, class E, class... O>
  static Result computed(const P& prediction, const T& target, const E* weight, const Extents& extents,
                         const O&... given) {
    constexpr LossReduction how = ReductionIn<O...>::value;
    const CrossEntropyOptions options = class_options_in(given...);
    Refusal why;
    if (!label_smoothing_rule(name, options.label_smoothing, &why).holds) throw ShapeError(why);
    const auto logs = log_probabilities(prediction);
    const engine::ClassLoss<E> what{logs.data(), engine::along(logs.extents(), 1), weight, options.label_smoothing,
                                    options.ignore_index};
    auto result = uninitialized<Result>(extents);
    E* each = how == LossReduction::none ? fresh(result) : nullptr;
    engine::ClassLossSum sum;
    if constexpr (is_of_ids<IsCrossEntropy, ElementIn<T>, how>) {
      check_classes(name, target, what.classes.count, what.ignored);
      sum = engine::loss_of_ids(what, target.data(), each);
    } else {
      sum = engine::loss_of_probabilities(what, target.data(), each);
    }
    if constexpr (how == LossReduction::mean) sum.loss /= sum.weight;
    if constexpr (how == LossReduction::batch_mean) sum.loss /= static_cast<double>(logs.extents()[0]);
    if constexpr (how != LossReduction::none) *fresh(result) = static_cast<E>(sum.loss);
    return result;
  }

  template <class P>
  static P log_probabilities(const P& prediction) {
    if constexpr (IsCrossEntropy) return log_softmax<1>(prediction);
    else return prediction;
  }
};

}  // namespace detail

// cross_entropy(logits, ids), cross_entropy(logits, probabilities), ...(..., weight, CrossEntropyOptions{...},
// reduction::sum): the negative logarithm of softmax<1>(logits) at the right class. Ids are of any integer type. A weight
// for each class may follow; a mean over ids divides by the weights of these. Throws ShapeError for an id that is none of
// the classes.
inline constexpr detail::Function<detail::ClassLossOperation<true>> cross_entropy;

// nll_loss(log_softmax<1>(logits), ids): the same of logarithms of probabilities.
inline constexpr detail::Function<detail::ClassLossOperation<false>> nll_loss;

}  // namespace shapeproof
