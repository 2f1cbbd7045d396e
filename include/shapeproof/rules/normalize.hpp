// SPDX-License-Identifier: BSL-1.0
// Which parameters go with an input that is normalised? A weight for each element of the last axes, or for each channel.
//
//   layer_norm<-1>   [n, t, d], weight [d], bias [d] -> [n, t, d]
//   batch_norm       [n, c, h, w], mean [c], variance [c], weight [c], bias [c] -> [n, c, h, w]
//   group_norm<4>    [n, c, h, w], weight [c], bias [c] -> [n, c, h, w]; 4 divides c
#pragma once

#include "reduce.hpp"

namespace shapeproof {

// A tensor of parameters: the word for it in a sentence, and its shape.
struct Parameter {
  const char* word;         // what errors call it, as in "weight"
  const ShapeValue& shape;  // of the parameter
};

// Parameters have the elements of what they are applied to.
constexpr Ruling parameter_element_rule(const char* operation, const char* word, ElementType input,
                                        ElementType parameter, Refusal* why = nullptr) {
  if (input != parameter) {
    return refuse(why) << operation << ": the elements of the " << word << " are " << parameter
                       << ", those of the input " << input << "; cast<" << code_of(parameter) << ">(input) or cast<"
                       << code_of(input) << ">(" << word << ") makes them equal";
  }
  return allow({});
}

namespace detail {

// A parameter's axes are the input's axes [first, last). Where the parameter knows an extent better, the input's is
// replaced.
constexpr Ruling parameter_rule(const char* operation, const ShapeValue& input, int first, int last,
                                const Parameter& parameter, Refusal* why) {
  const ShapeValue& shape = parameter.shape;
  if (shape.rank != last - first) {
    ShapeValue wanted;
    for (int axis = first; axis < last; ++axis) wanted.push_back(input[axis]);
    return refuse(why) << operation << ": the " << parameter.word << " is " << shape << ", the input wants " << wanted;
  }
  ShapeValue result = input;
  bool checks = false;
  for (int axis = first; axis < last; ++axis) {
    const Comparison comparison = compare(input[axis], shape[axis - first]);
    if (!comparison.holds()) {
      const Objection objection = refuse(why, axis);
      objection << operation << ": axis " << axis << " of the input is " << said(input[axis], comparison.relation)
                << ", axis " << axis - first << " of the " << parameter.word << " is "
                << said(shape[axis - first], comparison.relation);
      say_why(objection, comparison.relation, input[axis], shape[axis - first]);
      return objection;
    }
    result[axis] = comparison.kept;
    checks = checks || comparison.relation == Relation::check;
  }
  if (!has_bound_names(input, input) || !has_bound_names(shape, shape)) return allow(result, checks);
  Bindings names;
  first_contradiction(names, input, input, 0);
  if (const int axis = first_contradiction(names, shape, shape, 1); axis >= 0) {
    return refuse(why, first + axis) << operation << ": axis " << axis << " of the " << parameter.word << " is "
                                     << shape[axis] << ", but the input says otherwise; a name holds one number";
  }
  return allow(result, checks);
}

// All parameters, one after the other.
constexpr Ruling parameters_rule(const char* operation, const ShapeValue& input, int first, int last,
                                 const Parameter* parameters, int count, Refusal* why) {
  Ruling ruling = allow(input);
  for (int i = 0; i < count; ++i) {
    const bool checked = ruling.checks_at_run_time;
    ruling = parameter_rule(operation, ruling.result, first, last, parameters[i], why);
    if (!ruling.holds) return ruling;
    ruling.checks_at_run_time = ruling.checks_at_run_time || checked;
  }
  return ruling;
}

constexpr Ruling has_channels_rule(const char* operation, const ShapeValue& input, Refusal* why) {
  if (input.rank < 2) {
    return refuse(why) << operation << ": the input has rank " << input.rank
                       << "; a batch (axis 0) and channels (axis 1) are wanted";
  }
  return allow(input);
}

// Divisors of `count` next to `groups`, as advice.
constexpr void say_groups_that_fit(const Objection& objection, std::int64_t count, std::int64_t groups) {
  std::int64_t below = groups;
  while (below > 1 && count % below != 0) --below;
  std::int64_t above = groups;
  while (above < count && count % above != 0) ++above;
  objection << "; " << below;
  if (above <= count) objection << " or " << above;
  objection << " would";
}

constexpr ExtentValue values_for_each_channel(const ShapeValue& input) {
  return input.count(0, 1) * input.count(2, input.rank);
}

}  // namespace detail

// layer_norm and rms_norm: over the axes from `first` on, as flatten<first> would merge them.
constexpr Ruling layer_norm_rule(const char* operation, const ShapeValue& input, int first, const Parameter* parameters,
                                 int count, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule(operation, first, input.rank, why); !ruling.holds) return ruling;
  const int begin = detail::from_front(first, input.rank);
  return detail::parameters_rule(operation, input, begin, input.rank, parameters, count, why);
}

// One number for each channel, in each parameter.
constexpr Ruling batch_norm_rule(const char* operation, const ShapeValue& input, const Parameter* parameters, int count,
                                 Refusal* why = nullptr) {
  if (const Ruling ruling = detail::has_channels_rule(operation, input, why); !ruling.holds) return ruling;
  return detail::parameters_rule(operation, input, 1, 2, parameters, count, why);
}

// BatchNorm1d and BatchNorm2d say how many axes are behind the channels, which are axis 1.
struct RankRange {
  int least;  // included
  int most;   // included
};
// Writes 2 or 3.
constexpr Sentence& operator<<(Sentence& out, const RankRange& ranks) {
  out << ranks.least;
  return ranks.most > ranks.least ? out << " or " << ranks.most : out;
}
// The input has one of the ranks.
constexpr Ruling batch_norm_rank_rule(const char* operation, const ShapeValue& input, const RankRange& ranks,
                                      Refusal* why = nullptr) {
  if (input.rank < ranks.least || input.rank > ranks.most) {
    return refuse(why) << operation << ": the input, " << input << ", has rank " << input.rank << "; rank " << ranks
                       << " is wanted, with the channels on axis 1";
  }
  return allow(input);
}

// The same where mean and variance come from the input itself, so that one value of a channel is too few.
constexpr Ruling batch_statistics_rule(const char* operation, const ShapeValue& input, const Parameter* parameters,
                                       int count, Refusal* why = nullptr) {
  const Ruling ruling = batch_norm_rule(operation, input, parameters, count, why);
  if (!ruling.holds) return ruling;
  const ExtentValue values = detail::values_for_each_channel(ruling.result);
  if (values.is_known() && values.number < 2) {
    return refuse(why) << operation << ": the input, " << input << ", has " << values.number
                       << (values.number == 1 ? " value" : " values")
                       << " for each channel; at least 2 make a variance";
  }
  const bool is_open = !values.is_known() && (detail::may_be(values, 0) || detail::may_be(values, 1));
  return allow(ruling.result, ruling.checks_at_run_time || is_open);
}

// [n, c, ...] -> the same; the groups divide the channels, and each parameter is [c].
constexpr Ruling group_norm_rule(const char* operation, const ShapeValue& input, std::int64_t groups,
                                 const Parameter* parameters, int count, Refusal* why = nullptr) {
  if (groups < 1) return refuse(why) << operation << ": " << groups << " groups; at least 1 is wanted";
  const Ruling ruling = batch_norm_rule(operation, input, parameters, count, why);
  if (!ruling.holds) return ruling;
  const ExtentValue& channels = ruling.result[1];
  if (channels.is_known() && channels.number % groups != 0) {
    const Objection objection = refuse(why, 1);
    objection << operation << ": " << groups << " groups do not divide " << channels.number << " channels (axis 1)";
    detail::say_groups_that_fit(objection, channels.number, groups);
    return objection;
  }
  return allow(ruling.result, ruling.checks_at_run_time || !channels.is_known());
}

}  // namespace shapeproof
