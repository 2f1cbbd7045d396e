// SPDX-License-Identifier: BSL-1.0
// Why does this data not fit, and what should be written instead? The likely causes, best first, each with its fix.
//
//   explain({.found = {16, 3, 32, 32}, .wanted = {64, 3, 32, 32}})
//     16 samples of 3x32x32, not 64: as<Shape<16, 3, 32, 32>> or as<Shape<N, 3, 32, 32>> fits
//     49152 float32 elements are 196608 bytes: were uint8 pixels read as float32?
//     a last, smaller batch of 16, not 64: as<Shape<N, 3, 32, 32>> fits
//
// Why is a guess; what a hint suggests is not: the rules themselves say that it fits.
#pragma once

#include "explain/bytes.hpp"
#include "explain/channels.hpp"
#include "explain/declared.hpp"
#include "explain/extents.hpp"
#include "explain/hint.hpp"
#include "explain/labels.hpp"
#include "explain/ones.hpp"
#include "explain/order.hpp"
#include "explain/regroup.hpp"

namespace shapeproof {
namespace detail {

using Explanation = void (*)(const Question&, Hints&);

// What is to be done to data that is all there, the surest signs first.
inline constexpr Explanation layout_causes[] = {
    explain_fortran_file,
    explain_channels_moved,
    explain_samples_counted_twice,
    explain_one_missing,
    explain_one_extra,
    explain_channel_count,
    explain_fortran_order,
    explain_swapped,
    explain_other_order,
    explain_class_ids,
    explain_one_hot,
    explain_not_flattened,
    explain_ones_differ,
    explain_unflattened,
    explain_one_image_channels_moved,
    explain_grey_without_channels,
};

// Other extents than were wanted.
inline constexpr Explanation extent_causes[] = {
    explain_samples_perhaps_counted_twice,
    explain_samples_for_features,
    explain_declared,
    explain_channel_count_of_one_image,
    explain_other_leading,
    explain_whole_batch,
    explain_image_size,
    explain_one_axis,
};

// Another count of elements.
inline constexpr Explanation count_causes[] = {
    explain_bytes_in_bulk,           explain_remainder_batch,      explain_few_bytes, explain_byte_count,
    explain_channel_count_of_images, explain_image_size_of_memory, explain_cut_off,   explain_bytes_of_any_samples,
};

template <int Size>
constexpr void ask_all(const Explanation (&causes)[Size], const Question& question, Hints& hints) {
  for (const Explanation explanation : causes) {
    if (!hints.is_full()) explanation(question, hints);
  }
}

constexpr bool can_be_explained(const Question& question) {
  const ShapeValue& wanted = question.wanted;
  if (question.found.rank < 0 || question.found.rank > ShapeValue::max_rank || wanted.rank < 0) return false;
  for (const ExtentValue& extent : wanted) {
    if (extent.is_hole()) return false;
  }
  return well_formed_rule(wanted).holds && well_formed_rule(question.found).holds;
}

constexpr bool does_fit(const Question& question) {
  if (question.evidence.is_flat && question.found_count < 0) return true;
  if (question.evidence.is_flat) return reshape_rule(question.found_count, question.wanted).holds;
  return question.accepts(question.found);
}

// Two mistakes at once: another count of samples, and a layout that is wrong.
constexpr void explain_with_other_leading(Question question, Hints& hints) {
  if (question.evidence.is_flat || !question.found.is_known()) return;
  if (question.wanted.rank < 2 || !question.wanted[0].is_known()) return;
  if (stands_in(question.wanted[0].symbol, without_axis(question.wanted, 0))) return;
  question.wanted[0] = dyn;
  question.wanted_count = -1;
  question.leading_is_open = true;
  if (!question.accepts(question.found)) ask_all(layout_causes, question, hints);
}

}  // namespace detail

// At most `limit` likely causes; none where the data does fit, and none where nothing true can be said.
constexpr Hints explain(const Evidence& evidence, const Door& door = {}, int limit = Hints::capacity) {
  Hints hints;
  hints.limit = limit < Hints::capacity ? limit : Hints::capacity;
  const detail::Question question(evidence, door);
  if (!detail::can_be_explained(question) || detail::does_fit(question)) return hints;
  if (!evidence.is_flat) detail::ask_all(detail::layout_causes, question, hints);
  detail::ask_all(detail::extent_causes, question, hints);
  if (hints.count == 0) detail::explain_with_other_leading(question, hints);
  detail::ask_all(detail::count_causes, question, hints);
  return hints;
}

}  // namespace shapeproof
