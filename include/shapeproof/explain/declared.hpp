// SPDX-License-Identifier: BSL-1.0
// Is an axis too short, or no multiple of what it is declared to be a multiple of?
//
//   [1, 3, 700, 512] for [N, 3, H, W] where H%16==0      [1, 512] for [N, 512] where N>=2
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "extents.hpp"

namespace shapeproof::detail {

// A batch of fewer samples than are declared comes at the end of a dataset.
constexpr void say_too_short(Hint& hint, int axis, std::int64_t found, std::int64_t least) {
  hint.cause = axis == 0 ? Cause::remainder_batch : Cause::too_short;
  if (axis == 0) hint.text << "a last, smaller batch of " << found << ", where at least " << least << " are wanted";
  else hint.text << "axis " << axis << " is " << found << ", too short: at least " << least << " are wanted";
  hint.text << (axis == 0 ? ": leave it out, or keep its samples for the next one"
                          : "; enlarge what it comes from, or take fewer steps that make it smaller");
}

// The smallest number, from `number` on, that is as declared.
constexpr std::int64_t next_declared(std::int64_t number, const Declaration& declared) {
  const std::int64_t from = number < declared.least ? declared.least : number;
  return (from + declared.multiple - 1) / declared.multiple * declared.multiple;
}

constexpr void say_no_multiple(Hint& hint, int axis, std::int64_t found, const Declaration& declared) {
  const std::int64_t below = found / declared.multiple * declared.multiple;
  hint.cause = Cause::no_multiple;
  hint.text << "axis " << axis << " is " << found << ", no multiple of " << declared.multiple << ": ";
  if (below > 0 && below >= declared.least) hint.text << "crop it to " << below << ", or ";
  hint.text << "pad it to " << next_declared(found, declared) << ", or resize";
}

// Once for the first axis that what is declared of its name refuses.
constexpr void explain_declared(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal() || question.evidence.is_flat) return;
  const int axis = question.differences().first;
  if (axis < 0) return;
  const ExtentValue& wanted = question.wanted[axis];
  const std::int64_t found = question.found[axis].number;
  if (!wanted.is_named() || wanted.is_known() || found < 1 || may_hold(wanted.symbol, found)) return;
  const Declaration declared = declaration_in(wanted.symbol.text, Name::of(wanted.symbol.text));
  Hint hint{Cause::too_short, {}, 0, {}, no_shape, false, {}};
  if (found % declared.multiple == 0) say_too_short(hint, axis, found, next_declared(0, declared));
  else say_no_multiple(hint, axis, found, declared);
  hints.add(hint);
}

}  // namespace shapeproof::detail
