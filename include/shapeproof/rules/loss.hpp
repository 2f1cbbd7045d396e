// SPDX-License-Identifier: BSL-1.0
// What may a prediction be compared with? A target of its own shape; or, where it holds a score for each class on axis 1,
// with the ids of the right ones. Losses never broadcast.
//
//   mse_loss        [a, b], [a, b] -> [], or [a, b] of reduction::none
//   cross_entropy   [n, c, d], ids [n, d] -> [], or [n, d]; or probabilities [n, c, d]
#pragma once

#include "create.hpp"
#include "element_kind.hpp"
#include "normalize.hpp"

namespace shapeproof {

// What becomes of the losses of all elements.
enum class LossReduction {
  none,
  mean,
  sum,
  batch_mean  // the sum, divided by the extent of axis 0
};

namespace detail {

// The axis of extent 1 that `longer` has and `shorter` has not, where that is all in which they differ; or -1.
constexpr int axis_too_many(const ShapeValue& longer, const ShapeValue& shorter) {
  for (int axis = 0; axis < longer.rank && longer.rank == shorter.rank + 1; ++axis) {
    if (longer[axis].number != 1) continue;
    if (elementwise_rule("", without_axis(longer, axis), shorter).holds) return axis;
  }
  return -1;
}

// The first of the axes before the last one that `longer` has and `shorter` has not, where that is all in which they differ:
// 1 of [N, 7, 7, 10] beside [N, 10]; or -1.
constexpr int inner_axes_too_many(const ShapeValue& longer, const ShapeValue& shorter) {
  const int first = shorter.rank - 1;
  if (first < 1 || longer.rank <= shorter.rank) return -1;
  ShapeValue without = longer;
  while (without.rank > shorter.rank) without = without_axis(without, first);
  return elementwise_rule("", without, shorter).holds ? first : -1;
}

// What has too many axes before the last one: a prediction of images that nobody flattened, a target of all steps.
constexpr void say_inner_axes(const Objection& objection, const ShapeValue& prediction, const ShapeValue& target) {
  if (const int first = inner_axes_too_many(prediction, target); first >= 0) {
    const int last = first + prediction.rank - target.rank - 1;
    if (last > first) objection << "; the target has no axes " << first << " to " << last;
    else objection << "; the target has no axis " << first;
    objection << ": flatten<" << first << "> before the last layer";
  } else if (const int axis = inner_axes_too_many(target, prediction);
             axis >= 0 && target.rank == prediction.rank + 1) {
    objection << "; the prediction has no axis " << axis << ": select<" << axis << ", -1>(target) is its last step";
  }
}

constexpr void say_squeeze(const Objection& objection, const ShapeValue& prediction, const ShapeValue& target) {
  if (const int axis = axis_too_many(prediction, target); axis >= 0) {
    objection << ": squeeze<" << axis << "> the prediction";
  } else if (const int other = axis_too_many(target, prediction); other >= 0) {
    objection << ": squeeze<" << other << "> the target";
  } else {
    say_inner_axes(objection, prediction, target);
  }
}

// What a loss of `each` reduces to.
constexpr Ruling reduced_loss_rule(const char* operation, const Ruling& each, LossReduction how, Refusal* why) {
  if (!each.holds || how == LossReduction::none) return each;
  AxisSet axes;
  if (how == LossReduction::batch_mean) {
    if (const Ruling ruling = axis_rule(operation, 0, each.result.rank, why); !ruling.holds) return ruling;
  }
  const Reduction reduction{operation, how == LossReduction::sum};
  Ruling ruling = reduce_rule(reduction, each.result, each.result, axes, false, why);
  ruling.checks_at_run_time = ruling.checks_at_run_time || each.checks_at_run_time;
  return ruling;
}

}  // namespace detail

// A prediction and a target of one shape.
constexpr Ruling same_target_rule(const char* operation, const ShapeValue& prediction, const ShapeValue& target,
                                  Refusal* why = nullptr) {
  if (prediction.rank != target.rank) {
    const Objection objection = refuse(why);
    objection << operation << ": the prediction is " << prediction << ", the target " << target
              << "; losses never broadcast";
    detail::say_squeeze(objection, prediction, target);
    return objection;
  }
  for (int axis = 0; axis < prediction.rank; ++axis) {
    const Comparison comparison = compare(prediction[axis], target[axis]);
    if (comparison.holds()) continue;
    const Objection objection = refuse(why, axis);
    objection << operation << ": axis " << axis << " of the prediction is "
              << detail::said(prediction[axis], comparison.relation) << ", of the target it is "
              << detail::said(target[axis], comparison.relation);
    detail::say_why(objection, comparison.relation, prediction[axis], target[axis]);
    return objection;
  }
  return elementwise_rule(operation, prediction, target, why);
}

// Prediction and target are of one shape; -> [] or, where nothing is reduced, that shape.
constexpr Ruling loss_rule(const char* operation, const ShapeValue& prediction, const ShapeValue& target,
                           LossReduction how, Refusal* why = nullptr) {
  return detail::reduced_loss_rule(operation, same_target_rule(operation, prediction, target, why), how, why);
}

// Prediction and target hold fractions of one type.
constexpr Ruling loss_element_rule(const char* operation, ElementType prediction, ElementType target,
                                   Refusal* why = nullptr) {
  if (const Ruling kind = element_kind_rule(operation, ElementKind::real_floating, prediction, why); !kind.holds) {
    return kind;
  }
  if (prediction != target) {
    return refuse(why) << operation << ": the prediction holds " << prediction << ", the target " << target << "; cast<"
                       << code_of(prediction) << ">(target) makes them equal";
  }
  return allow({});
}

namespace detail {

constexpr bool has_named_axis(const ShapeValue& shape, const ExtentValue& name) {
  for (const ExtentValue& extent : shape) {
    if (name.is_named() && extent.is_named() && extent.symbol == name.symbol) return true;
  }
  return false;
}

// "the target is Shape<N, 10> of int64, class ids are wanted as Shape<N> of an integer type".
constexpr Objection refuse_ids(Refusal* why, const char* operation, const ShapeValue& target, ElementType type,
                               const ShapeValue& wanted) {
  const Objection objection = refuse(why);
  objection << operation << ": the target is " << target << " of " << type << ", class ids are wanted as " << wanted
            << " of an integer type";
  return objection;
}

// The order of axes that brings the last one to axis 1: "0, 2, 1".
constexpr void say_classes_first(const Objection& objection, int rank) {
  objection << "; the classes seem to stand last: permute<0, " << rank - 1;
  for (int axis = 1; axis < rank - 1; ++axis) objection << ", " << axis;
  objection << ">(prediction) brings them to axis 1";
}

}  // namespace detail

// Ids of classes, of which the prediction holds a score each on axis 1. The result is the prediction's shape without them.
constexpr Ruling class_ids_rule(const char* operation, const ShapeValue& prediction, const ShapeValue& target,
                                ElementType type, Refusal* why = nullptr) {
  if (prediction.rank < 2) {
    return refuse(why) << operation << ": the prediction has rank " << prediction.rank
                       << "; a batch (axis 0) and classes (axis 1) are wanted";
  }
  const ShapeValue wanted = detail::without_axis(prediction, 1);
  const bool has_one_for_each_class = elementwise_rule("", prediction, target).holds;
  if (has_one_for_each_class) {
    return detail::refuse_ids(why, operation, target, type, wanted) << ": argmax<1>(target)";
  }
  if (type == ElementType::boolean || is_floating(type)) {
    return detail::refuse_ids(why, operation, target, type, wanted) << ": cast<std::int64_t>(target)";
  }
  // [N, T, 10] and [N, T]: where T may be 10 numbers do not tell, but T is no name of classes.
  const Ruling fit = elementwise_rule("", wanted, target);
  if (fit.holds && !detail::has_named_axis(target, prediction[1])) return fit;
  const Objection objection = refuse(why);
  objection << operation << ": the prediction is " << prediction << " with classes on axis 1, so ids are wanted as "
            << wanted << "; the target is " << target;
  const bool seem_last = elementwise_rule("", detail::without_axis(prediction, prediction.rank - 1), target).holds;
  if (const int axis = detail::axis_too_many(target, wanted); axis >= 0) {
    objection << ": squeeze<" << axis << "> the target";
  } else if (seem_last) {
    detail::say_classes_first(objection, prediction.rank);
  }
  return objection;
}

// Probabilities, one for each class; the result is the shape without axis 1.
constexpr Ruling class_probabilities_rule(const char* operation, const ShapeValue& prediction, const ShapeValue& target,
                                          ElementType type, Refusal* why = nullptr) {
  // What has the shape of ids was meant as ids.
  const bool are_ids = prediction.rank < 2 || elementwise_rule("", detail::without_axis(prediction, 1), target).holds;
  if (are_ids) return class_ids_rule(operation, prediction, target, type, why);
  Ruling fit = same_target_rule(operation, prediction, target, why);
  if (fit.holds) fit.result = detail::without_axis(fit.result, 1);
  return fit;
}

// A weight for each class: what parameters of channels are.
constexpr Ruling class_weight_rule(const char* operation, const ShapeValue& prediction, const ShapeValue& weight,
                                   Refusal* why = nullptr) {
  const Parameter parameter{"weight", weight};
  return detail::parameter_rule(operation, prediction, 1, 2, parameter, why);
}

// The prediction is [n, classes], of k classes or more.
constexpr Ruling top_k_rule(const char* operation, const ShapeValue& prediction, int k, Refusal* why = nullptr) {
  if (k < 1) return refuse(why) << operation << ": k is " << k << "; at least 1 is wanted";
  const bool has_less = prediction.rank > 1 && prediction[1].is_known() && prediction[1].number < k;
  if (has_less) {
    return refuse(why, 1) << operation << ": k is " << k << ", the prediction has " << prediction[1]
                          << " classes (axis 1)";
  }
  return allow({});
}

// Ids of `classes` classes, predicted and right ones: a row and a column for each class. `classes` is one extent; where it is
// not known, `numbers` say it, as in create_rule.
constexpr Ruling confusion_rule(const ShapeValue& predicted, const ShapeValue& target, const ExtentValue& classes,
                                const std::int64_t* numbers, int count, Refusal* why = nullptr) {
  const Ruling same = same_target_rule("confusion_matrix", predicted, target, why);
  if (!same.holds) return same;
  const Ruling made = create_rule("confusion_matrix", classes, numbers, count, why);
  if (!made.holds) return made;
  const ShapeValue result{made.result[0], made.result[0]};
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, same.checks_at_run_time);
}

// Class ids are integers.
constexpr Ruling class_id_element_rule(const char* operation, const char* word, ElementType type,
                                       Refusal* why = nullptr) {
  if (type == ElementType::boolean || is_floating(type)) {
    return refuse(why) << operation << ": the " << word << " ids are " << type
                       << ", integers are wanted; argmax<1>(scores) makes ids of scores";
  }
  return allow({});
}

}  // namespace shapeproof
