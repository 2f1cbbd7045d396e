// SPDX-License-Identifier: BSL-1.0
// Are class ids there where one-hot rows are wanted, or the reverse?
//
//   [64] or [64, 1] for [N, 10]      [64, 10] for [N] or [N, 1]
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

constexpr void explain_class_ids(const Question& question, Hints& hints) {
  const ShapeValue& wanted = question.wanted;
  const bool has_column = question.found.rank == 2 && question.found[1].number == 1;
  if (wanted.rank != 2 || wanted[1].number < 2 || (question.found.rank != 1 && !has_column)) return;
  constexpr Step encode = step(Operation::one_hot);
  Hint hint = has_column ? propose(question, Cause::class_ids, step(Operation::squeeze, 1), encode)
                         : propose(question, Cause::class_ids, encode);
  if (!is_fit(hint)) return;
  if (hint.has_other_leading && has_column) return;  // more than a guess can carry
  hint.text << "class ids, wanted is one-hot";
  say_other_leading(question, hint);
  hint.text << ": encode the " << wanted[1].number << " classes";
  hints.add(hint);
}

constexpr void explain_one_hot(const Question& question, Hints& hints) {
  const ShapeValue& found = question.found;
  const ShapeValue& wanted = question.wanted;
  const bool wants_column = wanted.rank == 2 && wanted[1].number == 1;
  if (found.rank != 2 || found[1].number < 2 || (wanted.rank != 1 && !wants_column)) return;
  constexpr Step choose = step(Operation::argmax, 1);
  Hint hint = wants_column ? propose(question, Cause::one_hot, choose, step(Operation::unsqueeze, 1))
                           : propose(question, Cause::one_hot, choose);
  if (!is_fit(hint)) return;
  hint.text << "one-hot rows of " << found[1].number << " classes, wanted are class ids";
  add_steps(question, hints, hint);
}

}  // namespace shapeproof::detail
