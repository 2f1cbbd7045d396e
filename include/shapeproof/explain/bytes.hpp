// SPDX-License-Identifier: BSL-1.0
// Was memory read as elements of another type, or were bytes counted for elements?
//
//   49152 float32 for [64, 3, 32, 32]: the bytes of 196608 uint8, which are 64x3x32x32
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "suggest.hpp"

namespace shapeproof::detail {

// The type of that many bytes that was likeliest meant: the wanted one, or one of the kind that was found.
constexpr ElementType likely_element(const Evidence& evidence, int bytes) {
  if (bytes_of(evidence.wanted_element) == bytes) return evidence.wanted_element;
  const bool floats = is_floating(evidence.found_element) || is_floating(evidence.wanted_element);
  switch (bytes) {
    case 1:
      return ElementType::uint8;
    case 2:
      return floats ? ElementType::float16 : ElementType::int16;
    case 4:
      return floats ? ElementType::float32 : ElementType::int32;
    case 8:
      return floats ? ElementType::float64 : ElementType::int64;
    default:
      return ElementType::complex128;
  }
}

// complex128 is nobody's guess unless complex numbers are about.
constexpr bool is_plausible(const Evidence& evidence, int bytes) {
  return bytes <= 8 || evidence.found_element >= ElementType::complex64 ||
         evidence.wanted_element >= ElementType::complex64;
}

constexpr void say_bytes(const Question& question, Hints& hints, ElementType element, std::int64_t count) {
  const ElementType found = question.evidence.found_element;
  Hint hint{Cause::bytes_of_other_element, {}, 0, {}, no_shape, false, element};
  hint.text << question.found_count << ' ' << found << " elements are ";
  if (bytes_of(element) == 1) hint.text << count << " bytes";
  else hint.text << "the bytes of " << count << ' ' << element;
  hint.text << ": were " << element << (element == ElementType::uint8 ? " pixels" : " values") << " read as " << found
            << '?';
  hints.add(hint);
}

constexpr void say_if_bytes_fill(const Question& question, Hints& hints, int bytes) {
  const Evidence& evidence = question.evidence;
  const std::int64_t all = product_of(question.found_count, bytes_of(evidence.found_element));
  if (all < 1 || bytes == bytes_of(evidence.found_element) || all % bytes != 0) return;
  if (is_plausible(evidence, bytes) && fills(all / bytes, question.wanted)) {
    say_bytes(question, hints, likely_element(evidence, bytes), all / bytes);
  }
}

// Data that has a shape is misread where that stretches its first or its last axis, or leaves it flat.
constexpr bool may_be_misread(const Question& question) {
  if (question.evidence.is_flat || question.found.rank == 1) return true;
  if (!question.ranks_are_equal()) return false;
  const auto [count, axis] = question.differences();
  return count == 1 && (axis == 0 || axis == question.wanted.rank - 1);
}

constexpr void explain_bytes(const Question& question, Hints& hints) {
  const int before = hints.count;
  for (const int bytes : {bytes_of(question.evidence.wanted_element), 1, 8, 4, 2, 16}) {
    if (hints.count == before) say_if_bytes_fill(question, hints, bytes);
  }
}

// A few numbers are seldom misread, a file of pixels often is.
constexpr bool is_bulk(const Question& question) { return question.evidence.is_flat || question.found_count >= 1024; }

constexpr void explain_bytes_in_bulk(const Question& question, Hints& hints) {
  if (question.wanted_count > 0 && may_be_misread(question) && is_bulk(question)) explain_bytes(question, hints);
}
constexpr void explain_few_bytes(const Question& question, Hints& hints) {
  if (question.wanted_count > 0 && may_be_misread(question) && !is_bulk(question)) explain_bytes(question, hints);
}

// Where the number of samples is open, many counts of bytes would do: that says little.
constexpr void explain_bytes_of_any_samples(const Question& question, Hints& hints) {
  if (question.wanted_count < 0 && question.evidence.is_flat) explain_bytes(question, hints);
}

constexpr void explain_byte_count(const Question& question, Hints& hints) {
  if (question.wanted_count < 0 || (!question.evidence.is_flat && question.found.rank != 1)) return;
  const ElementType element = question.evidence.wanted_element;
  const int bytes = bytes_of(element);
  const std::int64_t count = question.found_count;
  if (bytes == 1 || count < 1 || count % bytes != 0 || !fills(count / bytes, question.wanted)) return;
  if (bytes_of(question.evidence.found_element) == 1) return;  // then it is one, and explain_bytes says so
  Hint hint{Cause::byte_count, {}, 0, {}, no_shape, false, element};
  hint.text << count / bytes << ' ' << element << " elements are " << count
            << " bytes: were bytes counted for elements?";
  hints.add(hint);
}

}  // namespace shapeproof::detail
