// SPDX-License-Identifier: BSL-1.0
// Are the axes right, and how long one or two of them are is not?
//
//   [16, 3, 32, 32] for [64, 3, 32, 32]      [64, 3, 16, 16] for [64, 3, 32, 32]      49152 values for either
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

// A name that the wanted shape does not use yet: N, if it is free.
constexpr Extent free_name(const ShapeValue& wanted) {
  for (const char* name : {"N", "M", "B", "K"}) {
    if (!mentions(wanted, Name::of(name))) return axis(name);
  }
  return axis("Samples");
}

// Any number on that axis: under its own name, or a free one.
constexpr ShapeValue with_any(const ShapeValue& shape, int axis) {
  const ExtentValue& extent = shape[axis];
  const bool has_name = extent.is_named() && !mentions(without_axis(shape, axis), Name::of(extent.symbol.text));
  return with_extent(shape, axis, {-1, has_name ? extent.symbol : free_name(shape)});
}

constexpr void say_samples(Hint& hint, const ShapeValue& sample, std::int64_t count) {
  if (sample.rank == 0) {
    hint.text << count << (count == 1 ? " element" : " elements");
  } else {
    hint.text << Samples{count} << " of ";
    write_sample(hint.text, sample, 0, sample.rank);
  }
}

// ": as<Shape<16, 3>> or as<Shape<N, 3>> fits"
constexpr void add_both_doors(const Question& question, Hints& hints, Hint& hint) {
  hint.text << ": ";
  write_door(hint.text, question, hint.fits);
  const ShapeValue any = with_any(hint.fits, 0);
  if (question.found_is(any)) write_door(hint.text << " or ", question, any);
  hint.text << " fits";
  hints.add(hint);
}

// How many samples the data holds, if they are the wanted ones; -1 where it does not divide.
constexpr std::int64_t count_samples(const Question& question) {
  const ShapeValue& wanted = question.wanted;
  if (wanted.rank == 0 || !wanted[0].is_known()) return -1;
  if (!question.evidence.is_flat) return question.ranks_are_equal() ? question.found[0].number : -1;
  const std::int64_t sample = wanted.count(1, wanted.rank).number;
  if (question.found_count < 1 || sample < 1 || question.found_count % sample != 0) return -1;
  return question.found_count / sample;
}

constexpr void explain_other_leading(const Question& question, Hints& hints) {
  const std::int64_t samples = count_samples(question);
  if (samples < 0) return;
  Hint hint = propose_shape(question, Cause::other_leading, wanted_with(question, 0, samples));
  if (!is_fit(hint)) return;
  const ShapeValue& said = question.evidence.is_flat ? question.wanted : question.found;
  say_samples(hint, without_axis(said, 0), samples);
  hint.text << ", not " << question.wanted[0].number;
  add_both_doors(question, hints, hint);
}

// The last batch of a data set is smaller. Where axis 0 is 1, the batch may be axis 1: a recurrent state.
constexpr void explain_remainder_batch(const Question& question, Hints& hints) {
  if (question.evidence.is_flat || !question.ranks_are_equal()) return;
  const auto [count, axis] = question.differences();
  if (count != 1 || axis > 1 || (axis == 1 && question.wanted[0].number != 1)) return;
  const std::int64_t found = question.found[axis].number;
  if (found < 1 || found > question.wanted[axis].number) return;
  Hint hint = propose_shape(question, Cause::remainder_batch, with_any(question.wanted, axis));
  if (!is_fit(hint)) return;
  hint.text << "a last, smaller batch of " << found << ", not " << question.wanted[axis].number;
  add_door(question, hints, hint);
}

// [16, 6] for [6]
constexpr void explain_whole_batch(const Question& question, Hints& hints) {
  if (question.missing_axes() != -1 || !question.wanted.is_known() || question.found[0].number < 2) return;
  const ShapeValue batch = with_axis(question.wanted, 0, question.found[0].number);
  Hint hint = propose_shape(question, Cause::whole_batch, batch);
  if (!is_fit(hint)) return;
  say_samples(hint, question.wanted, batch[0].number);
  hint.text << ", wanted is one";
  add_both_doors(question, hints, hint);
}

// [64, 784] for [64, 64, 784] or [N, 64, 784]: somebody gave the data's shape as that of a sample.
constexpr void explain_sample_axis_inside(const Question& question, Hints& hints) {
  if (question.missing_axes() != 1 || question.found.rank < 2) return;
  const std::int64_t samples = question.found[0].number;
  if (samples < 2 || question.wanted[1].number != samples) return;
  Hint hint = propose_shape(question, Cause::sample_axis_inside, without_axis(question.wanted, 1));
  if (!is_fit(hint)) return;
  hint.text << "the " << samples << " samples are counted inside a sample too";
  add_door(question, hints, hint);
}

// [180, 10] for [N, 180]
constexpr void explain_samples_for_features(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal() || question.wanted.rank < 2 || question.wanted[0].is_known()) return;
  const std::int64_t samples = question.found[0].number;
  if (samples < 2 || question.wanted[1].number != samples || !question.found[1].is_known()) return;
  const std::int64_t features = question.found[1].number;
  Hint hint = propose_shape(question, Cause::sample_axis_inside, wanted_with(question, 1, features));
  if (!is_fit(hint)) return;
  hint.text << samples << " is how many samples there are, not what one holds";
  add_door(question, hints, hint);
}

// Where it is certain, before an axis of 1 is missed.
constexpr void explain_samples_counted_twice(const Question& question, Hints& hints) {
  if (question.wanted.rank > 0 && question.wanted[0].is_known()) explain_sample_axis_inside(question, hints);
}
constexpr void explain_samples_perhaps_counted_twice(const Question& question, Hints& hints) {
  if (question.wanted.rank > 0 && !question.wanted[0].is_known()) explain_sample_axis_inside(question, hints);
}

constexpr void say_image_size(const Question& question, Hints& hints, Hint& hint, int height) {
  write_sample(hint.text << "images of ", hint.fits, height, height + 2) << ", not ";
  write_sample(hint.text, question.wanted, height, height + 2);
  add_door(question, hints, hint);
}

// The axis that holds the height, the width behind it: in CHW, NCHW or, failing these, HWC, NHWC.
constexpr int height_axis(const ShapeValue& wanted, bool channels_last) {
  return wanted.rank - (channels_last ? 3 : 2);
}

constexpr void explain_image_size(const Question& question, Hints& hints) {
  const ShapeValue& wanted = question.wanted;
  if (!question.ranks_are_equal() || (wanted.rank != 3 && wanted.rank != 4)) return;
  if (question.differences().count != 2) return;
  for (const bool channels_last : {false, true}) {
    const int height = height_axis(wanted, channels_last);
    const ExtentValue* found = question.found.begin() + height;
    if (question.agrees(found[0], height) || question.agrees(found[1], height + 1)) continue;
    if (!found[0].is_known() || !found[1].is_known()) continue;
    ShapeValue shape = wanted_with(question, height, found[0].number);
    shape[height + 1] = wanted_with(question, height + 1, found[1].number)[height + 1];
    Hint hint = propose_shape(question, Cause::image_size, shape);
    if (is_fit(hint)) return say_image_size(question, hints, hint, height);
  }
}

// The number whose square this is, or -1.
constexpr std::int64_t exact_root(std::int64_t square) {
  std::int64_t low = 0;
  std::int64_t high = 3037000499;  // the largest whose square fits
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (middle * middle <= square) low = middle;
    else high = middle - 1;
  }
  return square >= 0 && low * low == square ? low : -1;
}

// The height of an image of `area` elements that is as high and wide, relatively, as the wanted one; -1 if there is none.
constexpr std::int64_t similar_height(std::int64_t area, std::int64_t height, std::int64_t width) {
  const std::int64_t scaled = product_of(area, height);
  if (scaled < 1 || width < 1 || scaled % width != 0) return -1;
  const std::int64_t root = exact_root(scaled / width);
  return root > 0 && area % root == 0 ? root : -1;
}

constexpr void explain_image_size_of_memory(const Question& question, Hints& hints) {
  const ShapeValue& wanted = question.wanted;
  if (!question.evidence.is_flat || !wanted.is_known() || (wanted.rank != 3 && wanted.rank != 4)) return;
  const bool channels_last = wanted[wanted.rank - 1].number <= 4;
  const int height = height_axis(wanted, channels_last);
  const std::int64_t rest = (wanted.count(0, height) * wanted.count(height + 2, wanted.rank)).number;
  if (rest < 1 || question.found_count < 1 || question.found_count % rest != 0) return;
  const std::int64_t area = question.found_count / rest;
  const std::int64_t high = similar_height(area, wanted[height].number, wanted[height + 1].number);
  if (high < 1) return;
  ShapeValue shape = wanted_with(question, height, high);
  shape[height + 1] = wanted_with(question, height + 1, area / high)[height + 1];
  Hint hint = propose_shape(question, Cause::image_size, shape);
  if (is_fit(hint)) say_image_size(question, hints, hint, height);
}

constexpr void explain_one_axis(const Question& question, Hints& hints) {
  if (!question.ranks_are_equal()) return;
  const auto [count, axis] = question.differences();
  if (count != 1 || axis == 0 || !question.found[axis].is_known() || !question.wanted[axis].is_known()) return;
  const std::int64_t found = question.found[axis].number;
  const std::int64_t wanted = question.wanted[axis].number;
  const bool off_by_one = wanted > 8 && (found - wanted == 1 || wanted - found == 1);
  Hint hint =
      propose_shape(question, off_by_one ? Cause::off_by_one : Cause::one_axis, wanted_with(question, axis, found));
  if (!is_fit(hint) || is_said_already(hints, hint.fits)) return;
  if (off_by_one) hint.text << "axis " << axis << " is off by one, " << found << ", not " << wanted;
  else hint.text << "only axis " << axis << " differs, " << found << ", not " << wanted;
  add_door(question, hints, hint);
}

constexpr ShapeValue known_part(const ShapeValue& shape, int first) {
  ShapeValue known;
  for (int axis = first; axis < shape.rank; ++axis) {
    if (shape[axis].is_known()) known.push_back(shape[axis].number);
  }
  return known;
}

// The last resort for memory: the inmost axes that it holds no whole number of.
constexpr void explain_cut_off(const Question& question, Hints& hints) {
  const std::int64_t found = question.found_count;
  if (!question.evidence.is_flat || hints.count > 0) return;
  for (int axis = question.wanted.rank - 1; axis >= 0; --axis) {
    const ShapeValue known = known_part(question.wanted, axis);
    const std::int64_t unit = known.count().number;
    if (unit < 1 || found % unit == 0) continue;
    Hint hint{Cause::cut_off, {}, 0, {}, no_shape, false, {}};
    hint.text << found << " elements are " << (found < unit ? "fewer than " : "no multiple of ");
    write_sample(hint.text, known, 0, known.rank);
    if (found > unit) hint.text << ": " << found % unit << (found % unit == 1 ? " is" : " are") << " left over";
    return hints.add(hint);
  }
}

}  // namespace shapeproof::detail
