// SPDX-License-Identifier: BSL-1.0
// How does a cause become a hint? It proposes steps, or a shape to ask for; what comes out is asked of the rules, and
// only what fits is written down.
// run time only: tests/explain.cpp holds each sentence as it is said
#pragma once

#include "../rules/broadcast.hpp"
#include "../rules/merge.hpp"
#include "../rules/permute.hpp"
#include "../rules/squeeze.hpp"
#include "question.hpp"

namespace shapeproof::detail {

// Axes as a sentence speaks of them: 3x32x32.
constexpr Sentence& write_sample(Sentence& out, const ShapeValue& shape, int first, int last) {
  ShapeValue part;
  for (int axis = first; axis < last; ++axis) part.push_back(shape[axis].is_known() ? shape[axis].number : shape[axis]);
  return write_extents(out, part, "x");
}

// A shape as code: an expression with a number is the number.
constexpr ShapeValue as_code(ShapeValue shape) {
  for (int axis = 0; axis < shape.rank; ++axis) {
    ExtentValue& extent = shape[axis];
    if (extent.is_known() && !extent.is_named()) extent = extent.number;
  }
  return shape;
}

// The shape that reshape<...> and broadcast_to<...> name: a name that is wanted, a number where it is none.
constexpr ShapeValue target_of(const Question& question, const ShapeValue& fits) {
  ShapeValue target = fits;
  for (int axis = 0; axis < fits.rank; ++axis) {
    if (question.wanted[axis].has_symbol()) target[axis] = question.wanted[axis];
  }
  return as_code(target);
}

constexpr void write_door(Sentence& out, const Question& question, const ShapeValue& shape) {
  out << question.door.function << '<';
  if (question.door.names_element) out << code_of(question.evidence.wanted_element) << ", ";
  out << as_code(shape) << '>';
}

constexpr const char* name_of(Operation operation) {
  // not a sentence: code
  constexpr const char* names[] = {"argmax",  "broadcast_to", "flatten",   "one_hot",  "permute",
                                   "reshape", "squeeze",      "transpose", "unsqueeze"};
  return names[static_cast<int>(operation)];
}

constexpr bool names_its_shape(const Step& step) {
  return step.operation == Operation::reshape || step.operation == Operation::broadcast_to;
}

constexpr void write_step(Sentence& out, const Question& question, const Hint& hint, const Step& step) {
  out << name_of(step.operation);
  if (names_its_shape(step)) {
    out << '<' << target_of(question, hint.fits) << '>';
  } else if (step.count > 0) {
    for (int i = 0; i < step.count; ++i) out << (i == 0 ? "<" : ", ") << step.axes[i];
    out << '>';
  }
}

// unsqueeze<0>(permute<2, 0, 1>(x))
constexpr void write_steps(Sentence& out, const Question& question, const Hint& hint) {
  for (int i = hint.step_count - 1; i >= 0; --i) {
    write_step(out, question, hint, hint.steps[i]);
    out << '(';
  }
  out << 'x';
  for (int i = 0; i < hint.step_count; ++i) out << ')';
}

template <class... Axes>
constexpr Step step(Operation operation, Axes... axes) {
  return {operation, sizeof...(Axes), {axes...}};
}

constexpr Step permute_step(const AxisOrder& order) {
  Step result{Operation::permute, order.size, {}};
  for (int i = 0; i < order.size; ++i) result.axes[i] = order.axes[i];
  return result;
}

// What a rule says comes out, or no shape.
constexpr ShapeValue outcome(const Ruling& ruling) { return ruling.holds ? ruling.result : no_shape; }

constexpr Ruling apply_permute(const Step& step, const ShapeValue& shape) {
  AxisOrder order{step.count, {}};
  for (int i = 0; i < step.count; ++i) order.axes[i] = step.axes[i];
  return permute_rule(shape, order);
}

// What one step makes of a shape. `target` is where reshape and broadcast_to go.
constexpr ShapeValue apply(const Step& step, const ShapeValue& shape, const ShapeValue& target) {
  switch (step.operation) {
    case Operation::argmax:
      return without_axis(shape, step.axes[0]);
    case Operation::broadcast_to:
      return outcome(broadcast_rule(shape, target));
    case Operation::flatten: {
      const int last = step.count == 2 ? step.axes[1] : -1;
      return outcome(flatten_rule(shape, step.axes[0], last));
    }
    case Operation::one_hot:
      return with_axis(shape, shape.rank, target[target.rank - 1]);
    case Operation::permute:
      return outcome(apply_permute(step, shape));
    case Operation::reshape:
      return outcome(reshape_rule(shape, target));
    case Operation::squeeze:
      return outcome(squeeze_rule(shape, step.axes[0]));
    case Operation::transpose:
      return outcome(transpose_rule(shape, step.axes[0], step.axes[1]));
    case Operation::unsqueeze:
      return outcome(unsqueeze_rule(shape, step.axes[0]));
  }
  return no_shape;
}

constexpr bool is_fit(const Hint& hint) { return hint.fits.rank >= 0; }

// A hint that these steps would do; `fits` has rank -1 where they would not.
template <class... Steps>
constexpr Hint propose(const Question& question, Cause cause, const Steps&... steps) {
  Hint hint{cause, {}, sizeof...(Steps), {steps...}, question.found, false, {}};
  for (int i = 0; i < hint.step_count && hint.fits.rank >= 0; ++i) {
    hint.fits = apply(hint.steps[i], hint.fits, question.wanted);
  }
  if (is_fit(hint) && !question.accepts(hint.fits)) hint.fits = no_shape;
  hint.has_other_leading = question.leading_is_open;
  // Then it is the leading axis' name that is another, and no step changes that.
  if (hint.has_other_leading && hint.fits[0].number == question.evidence.wanted[0].number) hint.fits = no_shape;
  return hint;
}

constexpr bool has_same_numbers(const ShapeValue& left, const ShapeValue& right) {
  if (left.rank != right.rank) return false;
  for (int axis = 0; axis < left.rank; ++axis) {
    if (left[axis].number != right[axis].number) return false;
  }
  return true;
}

// Whether an earlier hint leads to this shape too.
constexpr bool is_said_already(const Hints& hints, const ShapeValue& fits) {
  for (const Hint& hint : hints) {
    if (has_same_numbers(hint.fits, fits)) return true;
  }
  return false;
}

// A count of something, with its noun: 1 sample, 2 samples.
struct Samples {
  std::int64_t count;
};
constexpr Sentence& operator<<(Sentence& out, const Samples& samples) {
  return out << samples.count << (samples.count == 1 ? " sample" : " samples");
}

constexpr bool says_samples(const Question& question, const Hint& hint) {
  return hint.cause == Cause::leading_one_missing || (hint.cause == Cause::unflattened && question.found.rank == 1);
}

// The second mistake, where there are two: ", and 16 samples, not 64".
constexpr void say_other_leading(const Question& question, Hint& hint) {
  if (!hint.has_other_leading) return;
  if (!says_samples(question, hint)) hint.text << ", and " << Samples{hint.fits[0].number};
  hint.text << ", not " << question.evidence.wanted[0].number;
}

// Ends a hint that has steps with the call to write, and keeps it.
constexpr void add_steps(const Question& question, Hints& hints, Hint& hint) {
  say_other_leading(question, hint);
  hint.text << ": ";
  write_steps(hint.text, question, hint);
  const bool is_clear = names_its_shape(hint.steps[hint.step_count - 1]);
  if (hint.has_other_leading && !is_clear) hint.text << " is " << as_code(hint.fits);
  hints.add(hint);
}

// A hint that the data can be taken as `shape`; rank -1 where it cannot.
constexpr Hint propose_shape(const Question& question, Cause cause, const ShapeValue& shape) {
  Hint hint{cause, {}, 0, {}, shape, false, {}};
  if (!question.found_is(shape)) hint.fits = no_shape;
  return hint;
}

// Ends a hint without steps with the door to ask, and keeps it.
constexpr void add_door(const Question& question, Hints& hints, Hint& hint) {
  hint.text << ": ";
  write_door(hint.text, question, hint.fits);
  hint.text << " fits";
  hints.add(hint);
}

}  // namespace shapeproof::detail
