// SPDX-License-Identifier: BSL-1.0
// Do the axes stand in another order?
//
//   [16, 32, 32, 3] for [16, 3, 32, 32]      [24, 32, 64] for [24, 64, 32]      [64, 32, 3, 16] for [16, 3, 32, 64]
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

constexpr bool reorders(const Hint& hint) {
  for (int i = 0; i < hint.step_count; ++i) {
    const Operation operation = hint.steps[i].operation;
    if (operation == Operation::permute || operation == Operation::transpose) return true;
  }
  return false;
}

// One order of the axes is enough: where extents are equal, several fit, and the first is the likeliest.
constexpr bool reorders(const Hints& hints) {
  for (const Hint& hint : hints) {
    if (reorders(hint)) return true;
  }
  return false;
}

// transpose<1, 2> where two axes change places, permute<...> otherwise.
constexpr Step reorder_step(const AxisOrder& order) {
  int moved[ShapeValue::max_rank] = {};
  int count = 0;
  for (int i = 0; i < order.size; ++i) {
    if (order.axes[i] != i) moved[count++] = i;
  }
  if (count == 2) return step(Operation::transpose, moved[0], moved[1]);
  return permute_step(order);
}

// One axis goes from one place to another, the others keep their order.
constexpr AxisOrder moved(int rank, int from, int to) {
  AxisOrder order{rank, {}};
  int next = 0;
  for (int i = 0; i < rank; ++i) {
    if (next == from) ++next;
    order.axes[i] = i == to ? from : next++;
  }
  return order;
}

// Whether this one axis says by its number, or by its name, where it belongs.
constexpr bool is_told_by(const ExtentValue& found, const ExtentValue& wanted) {
  return (found.has_symbol() && found.symbol == wanted.symbol) || (found.is_known() && found.number == wanted.number);
}

constexpr void explain_channels_moved(const Question& question, Hints& hints) {
  const ShapeValue& wanted = question.wanted;
  const int rank = wanted.rank;
  if (!question.ranks_are_equal() || rank < 3 || rank > 5) return;
  const int first = rank == 3 ? 0 : 1;
  Hint hint = propose(question, Cause::channels_moved, permute_step(moved(rank, rank - 1, first)));
  if (is_fit(hint) && is_told_by(hint.fits[first], wanted[first])) {
    hint.text << "channels last" << (rank == 3 ? " (HWC)" : rank == 4 ? " (NHWC)" : "") << ", wanted first";
    return add_steps(question, hints, hint);
  }
  hint = propose(question, Cause::channels_moved, permute_step(moved(rank, first, rank - 1)));
  if (!is_fit(hint) || !is_told_by(hint.fits[rank - 1], wanted[rank - 1])) return;
  hint.text << "channels first" << (rank == 3 ? " (CHW)" : rank == 4 ? " (NCHW)" : "") << ", wanted last";
  add_steps(question, hints, hint);
}

// [256, 256, 3] for [N, 3, H, W]
constexpr void explain_one_image_channels_moved(const Question& question, Hints& hints) {
  if (question.wanted.rank != 4 || question.found.rank != 3) return;
  constexpr Step batch = step(Operation::unsqueeze, 0);
  constexpr auto cause = Cause::one_image_channels_moved;
  Hint hint = propose(question, cause, permute_step(moved(3, 2, 0)), batch);
  if (is_fit(hint)) {
    hint.text << "one image, channels last (HWC), wanted is a batch, channels first";
    return add_steps(question, hints, hint);
  }
  hint = propose(question, cause, permute_step(moved(3, 0, 2)), batch);
  if (!is_fit(hint)) return;
  hint.text << "one image, channels first (CHW), wanted is a batch, channels last";
  add_steps(question, hints, hint);
}

constexpr AxisOrder reversed(int rank) {
  AxisOrder order{rank, {}};
  for (int i = 0; i < rank; ++i) order.axes[i] = rank - 1 - i;
  return order;
}

constexpr int count_open_extents(const ShapeValue& shape) {
  int count = 0;
  for (const ExtentValue& extent : shape) {
    if (!extent.is_known()) ++count;
  }
  return count;
}

constexpr void explain_fortran_order(const Question& question, Hints& hints) {
  const bool is_certain = question.evidence.is_fortran_order;
  if (!question.ranks_are_equal() || question.found.rank < (is_certain ? 2 : 3) || reorders(hints)) return;
  if (!is_certain && count_open_extents(question.wanted) > 1) return;
  Hint hint = propose(question, Cause::fortran_order, reorder_step(reversed(question.found.rank)));
  if (!is_fit(hint)) return;
  hint.text << (is_certain ? "the file is in Fortran order, its axes are the wanted ones in reverse"
                           : "the axes are in reverse, as in Fortran order");
  add_steps(question, hints, hint);
}

// Before anything else is guessed, where a file says so.
constexpr void explain_fortran_file(const Question& question, Hints& hints) {
  if (question.evidence.is_fortran_order) explain_fortran_order(question, hints);
}

// Where two of more than two axes change places, both wanted extents must say so.
constexpr bool may_swap(const Question& question, int first, int second) {
  const ShapeValue& wanted = question.wanted;
  if (wanted.rank > 2 && !(wanted[first].is_known() && wanted[second].is_known())) return false;
  return question.agrees(question.found[first], second) && question.agrees(question.found[second], first);
}

constexpr void say_order(const Question& question, Hints& hints, Hint& hint) {
  const Step& step = hint.steps[0];
  if (step.operation == Operation::permute) hint.text << "the axes are in another order";
  else hint.text << "axes " << step.axes[0] << " and " << step.axes[1] << " are swapped";
  add_steps(question, hints, hint);
}

constexpr void explain_swapped(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal() || reorders(hints)) return;
  for (int first = 0; first < question.wanted.rank; ++first) {
    for (int second = first + 1; second < question.wanted.rank; ++second) {
      if (!may_swap(question, first, second)) continue;
      Hint hint = propose(question, Cause::swapped, step(Operation::transpose, first, second));
      if (is_fit(hint)) return say_order(question, hints, hint);
    }
  }
}

// The one axis of `found` that is surely meant by a wanted axis: by its number, or by its name. -1: none, or several.
constexpr int find_meant(const Question& question, int axis) {
  const ExtentValue& wanted = question.wanted[axis];
  int meant = -1;
  for (int i = 0; i < question.found.rank; ++i) {
    const ExtentValue& found = question.found[i];
    const bool same_name = found.has_symbol() && found.symbol == wanted.symbol;
    if (!same_name && !(wanted.is_known() && found.is_known() && question.agrees(found, axis))) continue;
    if (meant >= 0) return -1;
    meant = i;
  }
  return meant;
}

// Wanted axes that say which axis they mean get it, the others get the rest in order. Empty where that is not clear.
constexpr AxisOrder meant_order(const Question& question) {
  const int rank = question.wanted.rank;
  AxisOrder order{rank, {}};
  bool taken[ShapeValue::max_rank] = {};
  for (int axis = 0; axis < rank; ++axis) {
    const bool says = question.wanted[axis].is_known() || question.wanted[axis].has_symbol();
    order.axes[axis] = says ? find_meant(question, axis) : -1;
    if (order.axes[axis] < 0 && question.wanted[axis].is_known()) return {};
    if (order.axes[axis] < 0) continue;
    if (taken[order.axes[axis]]) return {};
    taken[order.axes[axis]] = true;
  }
  int next = 0;
  for (int axis = 0; axis < rank; ++axis) {
    if (order.axes[axis] >= 0) continue;
    while (taken[next]) ++next;
    order.axes[axis] = next++;
  }
  return order;
}

constexpr void explain_other_order(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal() || reorders(hints)) return;
  const AxisOrder order = meant_order(question);
  if (order.size == 0) return;
  Hint hint = propose(question, Cause::other_order, reorder_step(order));
  if (is_fit(hint)) say_order(question, hints, hint);
}

}  // namespace shapeproof::detail
