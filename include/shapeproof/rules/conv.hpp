// SPDX-License-Identifier: BSL-1.0
// Which kernels fit which images, in groups g of channels?
//
//   conv2d             [n, c, h, w] * [o, c/g, kh, kw] -> [n, o, oh, ow]
//   conv_transpose2d   [n, c, h, w] * [c, o/g, kh, kw] -> [n, o, oh, ow]
//
// conv1d has one axis in place of two. The batch axis may be left out.
#pragma once

#include "normalize.hpp"
#include "window.hpp"

namespace shapeproof {

// What convolutions take.
inline constexpr OptionSet conv_options =
    set_of(Option::stride, Option::padding, Option::same, Option::valid, Option::dilation, Option::groups);
// Convolutions as rules know them.
inline constexpr WindowForm conv1d_form{"conv1d", 1, conv_options};
inline constexpr WindowForm conv2d_form{"conv2d", 2, conv_options};
inline constexpr WindowForm conv_transpose2d_form{
    "conv_transpose2d", 2,
    set_of(Option::stride, Option::padding, Option::valid, Option::dilation, Option::groups, Option::output_padding,
           Option::output)};

// The same for layers, which say how large their kernel is and whether they have a bias.
constexpr WindowForm layer_form(WindowForm form) {
  form.takes |= set_of(Option::kernel, Option::no_bias);
  form.wants = set_of(Option::kernel);
  return form;
}
// The same as layers, which must say their kernel.
inline constexpr WindowForm conv1d_layer_form = layer_form(conv1d_form);
inline constexpr WindowForm conv2d_layer_form = layer_form(conv2d_form);
inline constexpr WindowForm conv_transpose2d_layer_form = layer_form(conv_transpose2d_form);

// `word` is the other operand: kernel or bias.
constexpr Ruling conv_element_rule(const char* operation, const char* word, ElementType input, ElementType other,
                                   Refusal* why = nullptr) {
  const Ruling ruling = wanted_rule(operation, Wanted::reals, input, why);
  return ruling.holds ? parameter_element_rule(operation, word, input, other, why) : ruling;
}

namespace detail {

constexpr Ruling kernel_rank_rule(const WindowForm& form, bool is_transposed, const ShapeValue& kernel, Refusal* why) {
  if (kernel.rank != form.axes + 2) {
    const char* channels =
        is_transposed ? "input channels, output channels / groups, " : "output channels, input channels / groups, ";
    return refuse(why) << form.name << ": the kernel has rank " << kernel.rank << "; [" << channels
                       << spatial_axes(form.axes) << "] is wanted";
  }
  for (int axis = 2; axis < kernel.rank; ++axis) {
    if (kernel[axis].number == 0) {
      return refuse(why, axis) << form.name << ": axis " << axis << " of the kernel is 0; it is at least 1";
    }
  }
  return allow({});
}

constexpr ExtentValue times_groups(const ExtentValue& channels, std::int64_t groups) {
  return groups == 1 ? channels : channels * groups;
}

// permute<0, 3, 1, 2>, where the last axis would fit the kernel.
constexpr void hint_at_channels_last(const Objection& objection, const ShapeValue& input, int at, int axes,
                                     const ExtentValue& wanted) {
  if (!wanted.is_known() || input[input.rank - 1].number != wanted.number) return;
  objection << "; channels last? permute<";
  for (int axis = 0; axis < at; ++axis) objection << axis << ", ";
  objection << input.rank - 1;
  for (int axis = 0; axis < axes; ++axis) objection << ", " << at + axis;
  objection << '>';
}

constexpr Ruling say_channels(Refusal* why, const WindowForm& form, const ShapeValue& input, int at,
                              const ExtentValue& wanted, std::int64_t groups) {
  const Relation relation = compare(input[at], wanted).relation;
  const Objection objection = refuse(why, at);
  objection << form.name << ": the input has " << said(input[at], relation) << " channels (axis " << at
            << "), the kernel wants " << said(wanted, relation);
  if (groups > 1) objection << " in " << groups << " groups";
  if (relation != Relation::differ) say_why(objection, relation, input[at], wanted);
  else hint_at_channels_last(objection, input, at, form.axes, wanted);
  return objection;
}

// Whether so many groups of channels are possible; `of` says which channels.
constexpr Ruling groups_rule(const WindowForm& form, const ExtentValue& channels, std::int64_t groups, const char* of,
                             int axis, Refusal* why) {
  if (groups == 1) return allow({});
  const ExtentValue rest = channels % groups;
  if (rest.is_known() && rest.number != 0) {
    return refuse(why, axis) << form.name << ": " << groups << " groups do not divide the " << channels
                             << " channels of the " << of << " (axis " << axis << ')';
  }
  return allow({}, !rest.is_known());
}

// The output padding that a wanted output means, or the one that was given.
constexpr Ruling transposed_rule(const WindowForm& form, const WindowOptions& options, int place, int axis,
                                 const WindowAxis& window, Refusal* why) {
  const Ruling input = input_extent_rule(form.name, axis, window.input, why);
  if (!input.holds) return input;
  const ExtentValue least = transposed_count(window);
  const ExtentValue most = least + (window.stride - 1);
  if (options.has(Option::output)) {
    const ExtentValue wanted = options.get(Option::output, place, 1);
    const Answer above = is_at_least(wanted, least);
    const Answer below = is_at_least(most, wanted);
    if (above == Answer::never || below == Answer::never) {
      return refuse(why, axis) << form.name << ": axis " << axis << ": an output of " << wanted << " is wanted; "
                               << least << " to " << most << " are possible";
    }
    return allow(wanted, above == Answer::open || below == Answer::open || input.checks_at_run_time);
  }
  const std::int64_t added = options.get(Option::output_padding, place, 0);
  if (added > 0 && added >= window.stride && added >= window.dilation) {
    return refuse(why, axis) << form.name << ": axis " << axis << ": an output padding of " << added
                             << " is wanted; it is below the stride, " << window.stride << ", or the dilation, "
                             << window.dilation;
  }
  const ExtentValue count = least + added;
  const Answer fits = is_at_least(count, 1);
  if (fits == Answer::never && !count.is_impossible()) {
    return refuse(why, axis) << form.name << ": axis " << axis << ": (" << window.input << " - 1)*" << window.stride
                             << " - 2*" << window.padding << " + " << window.dilation << "*(" << window.kernel
                             << " - 1) + " << added << " + 1 = " << count << "; the padding leaves nothing";
  }
  return allow(count, fits == Answer::open || input.checks_at_run_time);
}

}  // namespace detail

// `is_transposed` exchanges which of the kernel's first two axes meets the input.
constexpr Ruling conv_rule(const WindowForm& form, bool is_transposed, const WindowOptions& options,
                           const ShapeValue& input, const ShapeValue& kernel, Refusal* why = nullptr) {
  if (const Ruling ruling = options_rule(form, options, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::image_rank_rule(form, input, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::kernel_rank_rule(form, is_transposed, kernel, why); !ruling.holds) return ruling;
  const std::int64_t groups = options.get(Option::groups, 0, 1);
  const int at = input.rank - form.axes - 1;
  const ExtentValue wanted = is_transposed ? kernel[0] : detail::times_groups(kernel[1], groups);
  const Ruling input_groups = detail::groups_rule(form, input[at], groups, "input", at, why);
  if (!input_groups.holds) return input_groups;
  const Comparison channels = compare(input[at], wanted);
  if (!channels.holds()) return detail::say_channels(why, form, input, at, wanted, groups);
  const Ruling kernel_groups = detail::groups_rule(form, kernel[0], groups, "kernel", 0, why);
  if (!kernel_groups.holds) return kernel_groups;
  bool checks = channels.relation == Relation::check || kernel_groups.checks_at_run_time;
  ShapeValue result = input;
  result[at] = is_transposed ? detail::times_groups(kernel[1], groups) : kernel[0];
  for (int place = 0; place < form.axes; ++place) {
    const int axis = at + 1 + place;
    const WindowAxis window = window_axis(options, place, input[axis], kernel[2 + place]);
    const Ruling moved = is_transposed ? detail::transposed_rule(form, options, place, axis, window, why)
                                       : window_rule(form.name, axis, window, why);
    if (!moved.holds) return moved;
    result[axis] = moved.result[0];
    checks = checks || moved.checks_at_run_time || !kernel[2 + place].is_known();
  }
  if (const Ruling names = same_names_rule(form.name, input, kernel, why); !names.holds) return names;
  return detail::formed(result, checks, why);
}

// With a bias: one number for each channel of the result.
constexpr Ruling conv_rule(const WindowForm& form, bool is_transposed, const WindowOptions& options,
                           const ShapeValue& input, const ShapeValue& kernel, const ShapeValue& bias,
                           Refusal* why = nullptr) {
  Ruling ruling = conv_rule(form, is_transposed, options, input, kernel, why);
  if (!ruling.holds) return ruling;
  if (bias.rank != 1) {
    return refuse(why) << form.name << ": the bias has rank " << bias.rank
                       << "; one number for each output channel is wanted";
  }
  ExtentValue& channels = ruling.result[input.rank - form.axes - 1];
  const Comparison agree = compare(bias[0], channels);
  if (!agree.holds()) {
    const Objection objection = refuse(why, 0);
    objection << form.name << ": the bias holds " << detail::said(bias[0], agree.relation)
              << " numbers, the kernel makes " << detail::said(channels, agree.relation) << " channels";
    detail::say_why(objection, agree.relation, bias[0], channels);
    return objection;
  }
  if (const Ruling names = same_names_rule(form.name, input, bias, why); !names.holds) return names;
  channels = agree.kept;
  return detail::formed(ruling.result, ruling.checks_at_run_time || agree.relation == Relation::check, why);
}

}  // namespace shapeproof
