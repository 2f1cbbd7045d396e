// SPDX-License-Identifier: BSL-1.0
// Is an axis of extent 1 missing, or one too many?
//
//   [3, 32, 32] for [N, 3, 32, 32]      [8, 1, 3] for [N, 3]
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

constexpr bool is_channel_axis(const ShapeValue& shape, int axis) {
  if (shape.rank == 4) return axis == 1 || axis == 3;
  return shape.rank == 3 && (axis == 0 || axis == 2);
}

constexpr void explain_one_missing(const Question& question, Hints& hints) {
  if (question.missing_axes() != 1) return;
  for (int axis = 0; axis < question.wanted.rank; ++axis) {
    Hint hint = propose(question, axis == 0 ? Cause::leading_one_missing : Cause::one_missing,
                        step(Operation::unsqueeze, axis));
    if (!is_fit(hint) || is_said_already(hints, hint.fits)) continue;
    if (axis == 0) hint.text << "one sample without its batch axis";
    else if (is_channel_axis(question.wanted, axis)) hint.text << "no channel axis";
    else hint.text << "axis " << axis << ", of extent 1, is missing";
    add_steps(question, hints, hint);
  }
}

// Of several axes of extent 1 in a row the last goes: the first may be the batch.
constexpr void explain_one_extra(const Question& question, Hints& hints) {
  if (question.missing_axes() != -1) return;
  for (int axis = question.found.rank - 1; axis >= 0; --axis) {
    if (question.found[axis].number != 1) continue;
    Hint hint =
        propose(question, axis == 0 ? Cause::leading_one_extra : Cause::one_extra, step(Operation::squeeze, axis));
    if (!is_fit(hint) || is_said_already(hints, hint.fits)) continue;
    hint.text << "axis " << axis << ", of extent 1, is one too many";
    add_steps(question, hints, hint);
  }
}

constexpr ShapeValue without_ones(const ShapeValue& shape) {
  ShapeValue rest;
  for (const ExtentValue& extent : shape) {
    if (extent.number != 1) rest.push_back(extent.number);
  }
  return rest;
}

// Several of them are.
constexpr void explain_ones_differ(const Question& question, Hints& hints) {
  if (question.ranks_are_equal() || !question.found.is_known()) return;
  Hint hint = propose(question, Cause::ones_differ, step(Operation::reshape));
  if (!is_fit(hint) || is_said_already(hints, hint.fits)) return;
  if (!(without_ones(hint.fits) == without_ones(question.found))) return;
  hint.text << "only axes of extent 1 differ";
  add_steps(question, hints, hint);
}

}  // namespace shapeproof::detail
