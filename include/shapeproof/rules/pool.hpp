// SPDX-License-Identifier: BSL-1.0
// What do pooling and unfolding make of an image? The batch axis may be left out.
//
//   max_pool2d             [n, c, h, w] -> [n, c, oh, ow]          a window for each output
//   adaptive_avg_pool2d    [n, c, h, w] -> [n, c, OH, OW]          as many windows as are wanted, as equal as can be
//   unfold                 [n, c, h, w] -> [n, c*kh*kw, oh*ow]     the elements under each window, one column for each
//   fold                   [n, c*kh*kw, oh*ow] -> [n, c, H, W]     columns added up where they came from
#pragma once

#include "window.hpp"

namespace shapeproof {

// What pooling takes, and what it must be told.
inline constexpr OptionSet kernel_option = set_of(Option::kernel);
inline constexpr OptionSet max_pool_options =
    set_of(Option::kernel, Option::stride, Option::padding, Option::valid, Option::dilation, Option::ceil_mode);
inline constexpr OptionSet avg_pool_options = set_of(Option::kernel, Option::stride, Option::padding, Option::valid,
                                                     Option::ceil_mode, Option::count_include_pad);
inline constexpr WindowForm max_pool1d_form{"max_pool1d", 1, max_pool_options, kernel_option};
inline constexpr WindowForm max_pool2d_form{"max_pool2d", 2, max_pool_options, kernel_option};
inline constexpr WindowForm avg_pool1d_form{"avg_pool1d", 1, avg_pool_options, kernel_option};
inline constexpr WindowForm avg_pool2d_form{"avg_pool2d", 2, avg_pool_options, kernel_option};
// Pooling to a size that is said.
inline constexpr OptionSet output_option = set_of(Option::output);
inline constexpr WindowForm adaptive_avg_pool2d_form{"adaptive_avg_pool2d", 2, output_option, output_option};
inline constexpr WindowForm adaptive_max_pool2d_form{"adaptive_max_pool2d", 2, output_option, output_option};
inline constexpr WindowForm global_avg_pool2d_form{"global_avg_pool2d", 2, output_option};
// Windows as columns, and columns as windows.
inline constexpr OptionSet unfold_options =
    set_of(Option::kernel, Option::stride, Option::padding, Option::valid, Option::dilation);
inline constexpr WindowForm unfold_form{"unfold", 2, unfold_options, kernel_option};
inline constexpr WindowForm fold_form{"fold", 2, unfold_options | output_option, kernel_option};

// Without a stride, windows of pooling lie side by side. PyTorch allows a padding of at most half the kernel.
constexpr Ruling pool_rule(const WindowForm& form, const WindowOptions& options, const ShapeValue& input,
                           Refusal* why = nullptr) {
  if (const Ruling ruling = options_rule(form, options, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::image_rank_rule(form, input, why); !ruling.holds) return ruling;
  ShapeValue result = input;
  bool checks = false;
  for (int place = 0; place < form.axes; ++place) {
    const int axis = input.rank - form.axes + place;
    const std::int64_t kernel = options.get(Option::kernel, place, 1);
    const WindowAxis window = window_axis(options, place, input[axis], kernel, kernel);
    if (2 * window.padding > kernel) {
      return refuse(why, axis) << form.name << ": axis " << axis << ": a padding of " << window.padding
                               << " is more than half of the kernel, " << kernel;
    }
    const Ruling moved = window_rule(form.name, axis, window, why);
    if (!moved.holds) return moved;
    result[axis] = moved.result[0];
    checks = checks || moved.checks_at_run_time;
  }
  return detail::formed(result, checks, why);
}

// As many windows as are wanted; without a wish one, over all.
constexpr Ruling adaptive_pool_rule(const WindowForm& form, const WindowOptions& options, const ShapeValue& input,
                                    Refusal* why = nullptr) {
  if (const Ruling ruling = options_rule(form, options, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::image_rank_rule(form, input, why); !ruling.holds) return ruling;
  ShapeValue result = input;
  bool checks = false;
  for (int place = 0; place < form.axes; ++place) {
    const int axis = input.rank - form.axes + place;
    const Ruling fits = detail::input_extent_rule(form.name, axis, input[axis], why);
    if (!fits.holds) return fits;
    result[axis] = options.get(Option::output, place, 1);
    checks = checks || fits.checks_at_run_time;
  }
  return detail::formed(result, checks, why);
}

// PyTorch's F.unfold (im2col).
constexpr Ruling unfold_rule(const WindowOptions& options, const ShapeValue& input, Refusal* why = nullptr) {
  if (const Ruling ruling = options_rule(unfold_form, options, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::image_rank_rule(unfold_form, input, why); !ruling.holds) return ruling;
  const int at = input.rank - 3;
  ShapeValue result;
  for (int axis = 0; axis < at; ++axis) result.push_back(input[axis]);
  result.push_back(input[at]);
  result.push_back(1);
  bool checks = false;
  for (int place = 0; place < 2; ++place) {
    const std::int64_t kernel = options.get(Option::kernel, place, 1);
    const int axis = at + 1 + place;
    const Ruling moved = window_rule(unfold_form.name, axis, window_axis(options, place, input[axis], kernel), why);
    if (!moved.holds) return moved;
    result[at] = kernel == 1 ? result[at] : result[at] * kernel;
    result[at + 1] = result[at + 1] * moved.result[0];
    checks = checks || moved.checks_at_run_time;
  }
  return detail::formed(result, checks, why);
}

// PyTorch's F.fold (col2im). Output says the image's extents, which columns alone do not.
constexpr Ruling fold_rule(const WindowOptions& options, const ShapeValue& columns, Refusal* why = nullptr) {
  if (const Ruling ruling = options_rule(fold_form, options, why); !ruling.holds) return ruling;
  if (!options.has(Option::output)) {
    return refuse(why) << "fold: Output is missing; it says the image's height and width";
  }
  if (columns.rank != 2 && columns.rank != 3) {
    return refuse(why) << "fold: the columns have rank " << columns.rank
                       << "; [batch, channels * kernel, windows] is wanted, and the batch may be left out";
  }
  const int at = columns.rank - 2;
  ShapeValue result;
  for (int axis = 0; axis < at; ++axis) result.push_back(columns[axis]);
  result.push_back(0);
  ExtentValue windows = 1;
  std::int64_t elements = 1;
  for (int place = 0; place < 2; ++place) {
    const std::int64_t kernel = options.get(Option::kernel, place, 1);
    const std::int64_t wanted = options.get(Option::output, place, 1);
    const Ruling moved = window_rule("fold", at + 1 + place, window_axis(options, place, wanted, kernel), why);
    if (!moved.holds) return moved;
    windows = windows * moved.result[0];
    elements *= kernel;
    result.push_back(wanted);
  }
  const ExtentValue rest = columns[at] % elements;
  if (rest.is_known() && rest.number != 0) {
    return refuse(why, at) << "fold: axis " << at << " is " << columns[at] << "; a kernel of " << elements
                           << " elements does not divide it";
  }
  const Comparison agree = compare(columns[at + 1], windows);
  if (!agree.holds()) {
    return refuse(why, at + 1) << "fold: axis " << at + 1 << " is " << columns[at + 1] << "; the image has " << windows
                               << " windows";
  }
  result[at] = elements == 1 ? columns[at] : columns[at] / elements;
  return detail::formed(result, agree.relation == Relation::check || !rest.is_known(), why);
}

}  // namespace shapeproof
