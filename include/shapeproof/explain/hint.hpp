// SPDX-License-Identifier: BSL-1.0
// What is known about data that does not fit, and what can be said about it? Evidence goes in; a Hint comes out: a clause
// for a person to read, and the same facts for a program.
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "../element.hpp"
#include "../shape_value.hpp"

namespace shapeproof {

// What was found and what was wanted.
struct Evidence {
  ShapeValue found{};  // where is_flat: one extent, the element count
  ShapeValue wanted{};
  bool is_flat = false;  // raw memory: a count without axes
  ElementType found_element = ElementType::float32;
  ElementType wanted_element = ElementType::float32;
  bool is_fortran_order = false;  // a file said so
};

// The call that asked, so that a fix can be pasted: as<Shape<...>>, load_npy<float, Shape<...>>.
struct Door {
  const char* function = "as";
  bool names_element = false;
};

enum class Cause {
  bytes_of_other_element,
  byte_count,
  channel_count,
  channels_moved,
  class_ids,
  cut_off,
  fortran_order,
  grey_without_channels,
  image_size,
  leading_one_extra,
  leading_one_missing,
  no_multiple,
  not_flattened,
  one_axis,
  one_extra,
  one_hot,
  one_image_channels_moved,
  one_missing,
  ones_differ,
  other_leading,
  other_order,
  off_by_one,
  remainder_batch,
  sample_axis_inside,
  swapped,
  too_short,
  unflattened,
  whole_batch
};

// What is to be done with x before it fits. one_hot and the choice of its classes are the user's own code.
enum class Operation { argmax, broadcast_to, flatten, one_hot, permute, reshape, squeeze, transpose, unsqueeze };

// permute<0, 3, 1, 2>. reshape and broadcast_to name no axes: they go to the hint's `fits`.
struct Step {
  Operation operation{};
  int count = 0;
  int axes[ShapeValue::max_rank] = {};
};

struct Hint {
  static constexpr int max_steps = 2;
  Cause cause{};
  Sentence text{};  // one clause: lower case, no full stop
  int step_count = 0;
  Step steps[max_steps] = {};  // the first is done first
  // The shape after the steps; without steps, a shape that the data can be taken as. Rank -1 where there is none.
  ShapeValue fits{};
  // Whether the leading extent of `fits` is not the wanted one, as the text then says.
  bool has_other_leading = false;
  // Whose bytes these are, if bytes_of_other_element.
  ElementType element{};
};

// The likely causes, best first.
struct Hints {
  static constexpr int capacity = 3;
  int limit = capacity;
  int count = 0;
  Hint hints[capacity] = {};

  [[nodiscard]] constexpr bool is_full() const { return count >= limit; }
  [[nodiscard]] constexpr const Hint* begin() const { return hints; }
  [[nodiscard]] constexpr const Hint* end() const { return hints + count; }

  constexpr void add(const Hint& hint) {
    if (!is_full()) hints[count++] = hint;
  }
};

namespace detail {

constexpr bool ends_in(const Sentence& text, char letter) {
  return !text.empty() && text.c_str()[text.size() - 1] == letter;
}

}  // namespace detail

// Behind the sentence of a door that throws: a line for each.
constexpr Sentence& operator<<(Sentence& out, const Hints& hints) {
  for (int i = 0; i < hints.count; ++i) {
    const Sentence& text = hints.hints[i].text;
    out << (i == 0 ? "\n  Likely: " : "\n  Or: ") << text << (detail::ends_in(text, '?') ? "" : ".");
  }
  return out;
}

}  // namespace shapeproof
