// SPDX-License-Identifier: BSL-1.0
// What goes through a recurrent layer? A batch of sequences of features, and the states of its layers and directions.
//
//   recurrent   [n, t, in], states [l * d, n, h] -> [n, t, d * h]
#pragma once

#include "elementwise.hpp"
#include "sequence.hpp"

namespace shapeproof {

// What is asked of a recurrent layer's input. Where batch and time are given, the input's axes bear no other name.
struct RecurrentForm {
  const char* name;             // the layer's, in errors
  std::int64_t gates;           // of a cell: 1, 3 or 4
  std::int64_t inputs;          // features of a step
  std::int64_t hidden;          // features of a state
  std::int64_t layers = 1;      // one above the other
  std::int64_t directions = 1;  // 2 where it is bidirectional
  bool names_axes = false;      // whether batch and time must be these
  ExtentValue batch{};          // the name of the batch's axis
  ExtentValue time{};           // the name of the time's axis
};

namespace detail {

constexpr Ruling axis_name_rule(const RecurrentForm& form, const ShapeValue& input, int axis, const ExtentValue& wanted,
                                Refusal* why) {
  const Comparison comparison = compare(input[axis], wanted);
  if (comparison.holds()) return allow({});
  const Objection objection = refuse(why, axis);
  objection << form.name << ": axis " << axis << " of the input is " << said(input[axis], comparison.relation)
            << ", the " << (axis == 0 ? "batch" : "time") << " is " << wanted;
  const bool is_swapped = compare(input[0], form.time).holds() && compare(input[1], form.batch).holds();
  if (is_swapped) objection << "; permute<1, 0, 2>(x) would fit";
  return objection;
}

constexpr ShapeValue state_shape(const RecurrentForm& form, const ShapeValue& input) {
  return {form.layers * form.directions, input[0], form.hidden};
}

}  // namespace detail

// [n, t, inputs] -> [n, t, directions * hidden].
constexpr Ruling recurrent_rule(const RecurrentForm& form, const ShapeValue& input, Refusal* why = nullptr) {
  if (form.layers < 1) return refuse(why) << form.name << ": " << form.layers << " layers; at least 1 is wanted";
  const Ruling ruling = sequence_rule(form.name, "input", input, form.inputs, why);
  if (!ruling.holds) return ruling;
  if (form.names_axes) {
    if (const Ruling batch = detail::axis_name_rule(form, input, 0, form.batch, why); !batch.holds) return batch;
    if (const Ruling time = detail::axis_name_rule(form, input, 1, form.time, why); !time.holds) return time;
  }
  return allow({input[0], input[1], form.hidden * form.directions}, ruling.checks_at_run_time);
}

// With a state for each layer and direction.
constexpr Ruling recurrent_state_rule(const RecurrentForm& form, const char* word, const ShapeValue& input,
                                      const ShapeValue& state, Refusal* why = nullptr) {
  const ShapeValue wanted = detail::state_shape(form, input);
  const Ruling fit = elementwise_rule("", wanted, state);
  if (!fit.holds) {
    return refuse(why) << form.name << ": the " << word << " is " << state << ", " << wanted
                       << " is wanted: layers and directions, batch, features";
  }
  return fit;
}

// How many steps each sequence of the batch has.
constexpr Ruling recurrent_lengths_rule(const RecurrentForm& form, const ShapeValue& input, const ShapeValue& lengths,
                                        Refusal* why = nullptr) {
  const ShapeValue wanted(input[0]);
  const Ruling fit = elementwise_rule("", wanted, lengths);
  if (!fit.holds) {
    return refuse(why) << form.name << ": the lengths are " << lengths << ", " << wanted
                       << " is wanted: one for each sequence of the batch";
  }
  return fit;
}
// Lengths of sequences are int64, as every count is.
constexpr Ruling lengths_element_rule(const char* operation, ElementType type, Refusal* why = nullptr) {
  if (type == ElementType::int64) return allow({});
  return refuse(why) << operation << ": the lengths hold " << type << ", " << ElementType::int64 << " is wanted";
}
// The length of one sequence, which data says: 1 to `steps`, the extent of the time axis.
constexpr Ruling length_rule(const char* operation, std::int64_t sequence, std::int64_t length, std::int64_t steps,
                             Refusal* why = nullptr) {
  if (1 <= length && length <= steps) return allow({});
  // run time only: tests/nn/recurrent.cpp
  return refuse(why, 0) << operation << ": the length at [" << sequence << "] is " << length << ", the time is "
                        << steps << "; lengths are 1 to " << steps;
}

}  // namespace shapeproof
