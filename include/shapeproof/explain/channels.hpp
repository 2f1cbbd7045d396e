// SPDX-License-Identifier: BSL-1.0
// Are these grey, RGB or RGBA images where others are wanted?
//
//   [1, 4, 678, 1020] for [1, 3, 678, 1020]      [28, 28] for [3, 28, 28]
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "ones.hpp"

namespace shapeproof::detail {

constexpr const char* name_of_channels(std::int64_t count) {
  return count == 1 ? "grey" : count == 3 ? "RGB" : count == 4 ? "RGBA" : nullptr;
}

// How the channels can be made right; nullptr where there is more than one way.
constexpr const char* channel_remedy(std::int64_t found, std::int64_t wanted) {
  if (wanted == 1) return "convert them to grey, or ";
  if (found == 4) return "drop the alpha channel, or ";
  return "";
}

constexpr void say_channels(Hint& hint, std::int64_t found, std::int64_t wanted) {
  hint.text << name_of_channels(found) << " images (" << found << (found == 1 ? " channel)" : " channels)")
            << ", wanted is " << name_of_channels(wanted) << " (" << wanted << ')';
}

constexpr void add_channels(const Question& question, Hints& hints, Hint& hint, std::int64_t found,
                            std::int64_t wanted) {
  say_channels(hint, found, wanted);
  hint.text << ": " << channel_remedy(found, wanted);
  write_door(hint.text, question, hint.fits);
  hint.text << " fits";
  hints.add(hint);
}

constexpr void explain_channel_count(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal() || question.evidence.is_flat) return;
  const auto [count, axis] = question.differences();
  if (count != 1 || !is_channel_axis(question.wanted, axis)) return;
  const std::int64_t found = question.found[axis].number;
  const std::int64_t wanted = question.wanted[axis].number;
  if (name_of_channels(found) == nullptr || name_of_channels(wanted) == nullptr || found == wanted) return;
  if (found == 1) {
    Hint hint = propose(question, Cause::channel_count, step(Operation::broadcast_to));
    if (!is_fit(hint)) return;
    say_channels(hint, found, wanted);
    return add_steps(question, hints, hint);
  }
  Hint hint = propose_shape(question, Cause::channel_count, wanted_with(question, axis, found));
  if (is_fit(hint)) add_channels(question, hints, hint, found, wanted);
}

// 147456 values for [144, 256, 3]: they are 144x256x4.
constexpr void explain_channel_count_of_memory(const Question& question, Hints& hints) {
  const ShapeValue& wanted = question.wanted;
  if (!question.evidence.is_flat || !wanted.is_known()) return;
  for (int axis = wanted.rank - 1; axis >= 0; --axis) {
    if (!is_channel_axis(wanted, axis) || name_of_channels(wanted[axis].number) == nullptr) continue;
    for (const int count : {1, 3, 4}) {
      Hint hint = propose_shape(question, Cause::channel_count, wanted_with(question, axis, count));
      if (is_fit(hint)) return add_channels(question, hints, hint, count, wanted[axis].number);
    }
  }
}

// Of one image, the channels say more than the leading extent.
constexpr void explain_channel_count_of_one_image(const Question& question, Hints& hints) {
  if (question.wanted.rank == 3) explain_channel_count_of_memory(question, hints);
}

constexpr void explain_channel_count_of_images(const Question& question, Hints& hints) {
  if (question.wanted.rank == 4) explain_channel_count_of_memory(question, hints);
}

constexpr void explain_grey_without_channels(const Question& question, Hints& hints) {
  if (question.missing_axes() != 1 || hints.count > 0) return;
  for (int axis = 0; axis < question.wanted.rank; ++axis) {
    const std::int64_t wanted = question.wanted[axis].number;
    if (!is_channel_axis(question.wanted, axis) || (wanted != 3 && wanted != 4)) continue;
    Hint hint = propose(question, Cause::grey_without_channels, step(Operation::unsqueeze, axis),
                        step(Operation::broadcast_to));
    if (!is_fit(hint)) continue;
    hint.text << "grey images without a channel axis, wanted is " << name_of_channels(wanted);
    return add_steps(question, hints, hint);
  }
}

}  // namespace shapeproof::detail
