// SPDX-License-Identifier: BSL-1.0
// Which weights and biases fit which features? The weight lies as PyTorch keeps it: a row for each feature that comes out.
//
//   linear   [..., in], weight [out, in], bias [out] -> [..., out]
#pragma once

#include "normalize.hpp"
#include "window.hpp"

namespace shapeproof {

// What a layer may be told.
inline constexpr WindowForm linear_form{"linear", 1, set_of(Option::no_bias)};

namespace detail {

// Which of the last axes together hold so many features: those from the one returned on, or -1. An image that no flatten
// has made a row of features yet.
constexpr int first_to_flatten(const ShapeValue& input, const ExtentValue& wanted) {
  for (int first = input.rank - 2; first >= 0; --first) {
    const ExtentValue together = input.count(first, input.rank);
    if (together.is_known() && together.number == wanted.number) return first;
  }
  return -1;
}

constexpr Ruling say_features(Refusal* why, const ShapeValue& input, const ShapeValue& weight) {
  const ExtentValue& found = input[input.rank - 1];
  const ExtentValue& wanted = weight[1];
  const Relation relation = compare(found, wanted).relation;
  const Objection objection = refuse(why, input.rank - 1);
  objection << "linear: the last axis holds " << said(found, relation) << " features, " << said(wanted, relation)
            << " are wanted";
  if (relation != Relation::differ) {
    say_why(objection, relation, found, wanted);
  } else if (const int first = first_to_flatten(input, wanted); first >= 0) {
    objection << "; flatten<" << first << ">(x) makes " << wanted << " of axes " << first << " to " << input.rank - 1;
  } else if (found.number == weight[0].number) {
    objection << "; the weight lies as [output features, input features]: transpose(weight) would fit";
  }
  return objection;
}

}  // namespace detail

// [..., in], weight [out, in] -> [..., out].
constexpr Ruling linear_rule(const ShapeValue& input, const ShapeValue& weight, Refusal* why = nullptr) {
  if (input.rank == 0) return refuse(why) << "linear: the input has rank 0; its last axis holds the features";
  if (weight.rank != 2) {
    return refuse(why) << "linear: the weight has rank " << weight.rank
                       << "; [output features, input features] is wanted";
  }
  const Comparison features = compare(input[input.rank - 1], weight[1]);
  if (!features.holds()) return detail::say_features(why, input, weight);
  if (const Ruling names = same_names_rule("linear", input, weight, why); !names.holds) return names;
  ShapeValue result = input;
  result[result.rank - 1] = weight[0];
  return detail::formed(result, features.relation == Relation::check, why);
}

// With a bias: one number for each feature that comes out.
constexpr Ruling linear_rule(const ShapeValue& input, const ShapeValue& weight, const ShapeValue& bias,
                             Refusal* why = nullptr) {
  Ruling ruling = linear_rule(input, weight, why);
  if (!ruling.holds) return ruling;
  if (bias.rank != 1) {
    return refuse(why) << "linear: the bias has rank " << bias.rank << "; one number for each output feature is wanted";
  }
  ExtentValue& features = ruling.result[input.rank - 1];
  const Comparison agree = compare(bias[0], features);
  if (!agree.holds()) {
    const Objection objection = refuse(why, 0);
    objection << "linear: the bias holds " << detail::said(bias[0], agree.relation) << " numbers, the weight makes "
              << detail::said(features, agree.relation) << " features";
    detail::say_why(objection, agree.relation, bias[0], features);
    return objection;
  }
  if (const Ruling names = same_names_rule("linear", input, bias, why); !names.holds) return names;
  features = agree.kept;
  return detail::formed(ruling.result, ruling.checks_at_run_time || agree.relation == Relation::check, why);
}

}  // namespace shapeproof
