// SPDX-License-Identifier: BSL-1.0
// Was a flatten forgotten, or is data still flat that should not be?
//
//   [60000, 28, 28] for [N, 784]      [55000, 784] for [N, 28, 28, 1]
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

constexpr Step flatten_step(int first, int last, int rank) {
  if (first == 0 && last == rank - 1) return step(Operation::flatten);
  return last == rank - 1 ? step(Operation::flatten, first) : step(Operation::flatten, first, last);
}

constexpr void explain_not_flattened(const Question& question, Hints& hints) {
  const int merged = 1 - question.missing_axes();
  if (merged < 2) return;
  // Axis 0 is the samples more often than not: it is flattened last of all.
  for (int i = 1; i <= question.wanted.rank; ++i) {
    const int first = i % question.wanted.rank;
    const int last = first + merged - 1;
    Hint hint = propose(question, Cause::not_flattened, flatten_step(first, last, question.found.rank));
    if (!is_fit(hint) || is_said_already(hints, hint.fits)) continue;
    write_sample(hint.text, question.found, first, last + 1) << " is not flattened";
    if (hint.fits[first].is_known()) hint.text << " to " << hint.fits[first].number;
    return add_steps(question, hints, hint);
  }
}

// Whether `to` is `from` with this one axis split into several.
constexpr bool is_split(const ShapeValue& from, const ShapeValue& to, int axis) {
  const int added = to.rank - from.rank;
  for (int i = 0; i < from.rank; ++i) {
    if (i != axis && from[i].number != to[i < axis ? i : i + added].number) return false;
  }
  return true;
}

constexpr void say_unflattened(const Question& question, Hint& hint, int axis, int last) {
  if (question.found.rank == 1) {
    write_sample(hint.text << Samples{hint.fits[0].number} << " of ", hint.fits, 1, last) << " on one axis";
  } else {
    hint.text << question.found[axis].number << " on axis " << axis << " is a flattened ";
    write_sample(hint.text, hint.fits, axis, last);
  }
}

constexpr void explain_unflattened(const Question& question, Hints& hints) {
  const int added = question.missing_axes();
  if (added < 1 || !question.found.is_known() || question.found_count == 0) return;
  Hint hint = propose(question, Cause::unflattened, step(Operation::reshape));
  if (!is_fit(hint) || !hint.fits.is_known() || is_said_already(hints, hint.fits)) return;
  for (int axis = 0; axis < question.found.rank; ++axis) {
    if (!is_split(question.found, hint.fits, axis)) continue;
    say_unflattened(question, hint, axis, axis + added + 1);
    return add_steps(question, hints, hint);
  }
}

}  // namespace shapeproof::detail
