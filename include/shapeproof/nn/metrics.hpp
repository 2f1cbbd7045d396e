// SPDX-License-Identifier: BSL-1.0
// How often is a prediction right? Scores have their classes on axis 1.
//
//   accuracy(scores, ids)                  [n, c, d], [n, d] -> double
//   top_k_accuracy<5>(scores, ids)         [n, c, d], [n, d] -> double
//   confusion_matrix<10>(predicted, ids)   [n, d], [n, d] -> [10, 10] of std::int64_t
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "class_loss.hpp"

namespace shapeproof {
namespace detail {

template <int K, ElementType Target>
struct TopK {
  static constexpr const char* name = K == 1 ? "accuracy" : "top_k_accuracy";
  constexpr Ruling operator()(const ShapeValue& prediction, const ShapeValue& target, Refusal* why) const {
    const Ruling each = class_ids_rule(name, prediction, target, Target, why);
    if (!each.holds) return each;
    if (const Ruling enough = top_k_rule(name, prediction, K, why); !enough.holds) return enough;
    return reduced_loss_rule(name, each, LossReduction::mean, why);
  }
};

template <int K, class P>
struct ScoreElements {
  constexpr Ruling operator()(Refusal* why) const {
    return element_kind_rule(TopK<K, ElementType::int64>::name, ElementKind::ordered, element_type<P>, why);
  }
};

// A number, or the error type.
template <class Checked>
struct NumberOutcome {
  using type = double;
};
template <class Checked>
  requires is_refused<Checked>
struct NumberOutcome<Checked> {
  using type = Checked;
};

template <int K>
struct TopKAccuracy {
  template <class... X>
  struct OutcomeOfTopK {};
  template <Operand P, Operand T>
  struct OutcomeOfTopK<P, T>
      : NumberOutcome<
            typename OutcomeIf<ScoreElements<K, ElementIn<P>>, TopK<K, element_type<ElementIn<T>>>, P, T>::type> {};
  template <class... X>
  using Outcome = typename OutcomeOfTopK<X...>::type;

  template <class Result, class P, class T>
  static Result run(const P& scores, const T& target) {
    using Asked = TopK<K, element_type<ElementIn<T>>>;
    settle(Asked{}, scores, target);
    const engine::Along classes = engine::along(scores.extents(), 1);
    check_classes(Asked::name, target, classes.count, 0);
    const std::int64_t hits = engine::count_hits(scores.data(), classes, target.data(), K);
    return static_cast<double>(hits) / static_cast<double>(target.element_count());
  }
};

template <class P, class T>
struct PairElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling predicted = class_id_element_rule("confusion_matrix", "predicted", element_type<P>, why);
    return predicted.holds ? class_id_element_rule("confusion_matrix", "target", element_type<T>, why) : predicted;
  }
};

template <auto Classes, int Count>
struct ConfusionShape {
  const std::int64_t* numbers = nullptr;
  constexpr Ruling operator()(const ShapeValue& predicted, const ShapeValue& target, Refusal* why) const {
    return confusion_rule(predicted, target, Classes, numbers, Count, why);
  }
};

template <auto Classes>
struct ConfusionMatrix {
  template <class... X>
  struct OutcomeOfMatrix {};
  template <Operand P, Operand T, Index... I>
  struct OutcomeOfMatrix<P, T, I...> : OutcomeIfWith<std::int64_t, PairElements<ElementIn<P>, ElementIn<T>>,
                                                     ConfusionShape<Classes, sizeof...(I)>, P, T> {};
  template <class... X>
  using Outcome = typename OutcomeOfMatrix<X...>::type;

  template <class Result, class P, class T, class... I>
  static Result run(const P& predicted, const T& target, I... numbers) {
    const std::int64_t all[] = {static_cast<std::int64_t>(numbers)..., 0};
    const ConfusionShape<Classes, sizeof...(I)> question{all};
    const Extents extents(ask(question, predicted.shape(), target.shape()).result);
    check_classes("confusion_matrix (predicted)", predicted, extents[0], 0);
    check_classes("confusion_matrix (target)", target, extents[0], 0);
    auto result = uninitialized<Result>(extents);
    std::int64_t* counts = fresh(result);
    for (std::int64_t i = 0; i < extents.count(); ++i) counts[i] = 0;
    for (std::int64_t i = 0; i < target.element_count(); ++i) {
      ++counts[static_cast<std::int64_t>(target.data()[i]) * extents[0] +
               static_cast<std::int64_t>(predicted.data()[i])];
    }
    return result;
  }
};

}  // namespace detail

// accuracy(scores, ids): which part of the samples has its largest score at the right class; of equal scores the first.
inline constexpr detail::Function<detail::TopKAccuracy<1>> accuracy;

// top_k_accuracy<5>(scores, ids): the part with the right class among the K largest scores.
template <int K>
inline constexpr detail::Function<detail::TopKAccuracy<K>> top_k_accuracy;

// confusion_matrix<10>(predicted, ids), confusion_matrix<C>(predicted, ids, c): how many samples of each class (a row) were
// predicted as each class (a column), as scikit-learn has it. Both hold ids, of integer types. Throws ShapeError for an id
// that is none of the classes.
template <auto Classes>
inline constexpr detail::Function<detail::ConfusionMatrix<Classes>> confusion_matrix;

}  // namespace shapeproof
