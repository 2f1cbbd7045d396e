// SPDX-License-Identifier: BSL-1.0
// How many places does a window have along an axis? With an input of length n, a kernel of length k, stride s, padding p on
// both sides and dilation d:
//
//   floor((n + 2*p - d*(k - 1) - 1) / s) + 1      ceil(n / s) with Same
//
// as PyTorch's Conv2d and MaxPool2d have it. A transposed window goes the other way: (n - 1)*s - 2*p + d*(k - 1) + 1.
#pragma once

#include "bounds.hpp"
#include "same.hpp"
#include "well_formed.hpp"
#include "window_form.hpp"

namespace shapeproof {

// One axis that a window moves along.
struct WindowAxis {
  ExtentValue input{};        // the extent that it moves over
  ExtentValue kernel{};       // how long the window is
  std::int64_t stride = 1;    // how far it moves each time
  std::int64_t padding = 0;   // in front and behind
  std::int64_t dilation = 1;  // how far apart the window's elements are
  bool is_same = false;       // padded so that ceil(extent / stride) windows fit
  bool is_ceil = false;       // a last window may begin inside and end outside
};

// `axis` is counted from the first one that the window moves along.
constexpr WindowAxis window_axis(const WindowOptions& options, int axis, const ExtentValue& input,
                                 const ExtentValue& kernel, std::int64_t stride = 1) {
  WindowAxis window{input, kernel};
  window.stride = options.get(Option::stride, axis, stride);
  window.padding = options.get(Option::padding, axis, 0);
  window.dilation = options.get(Option::dilation, axis, 1);
  window.is_same = options.has(Option::same);
  window.is_ceil = options.has(Option::ceil_mode);
  return window;
}

// The length of the result; below 1 where the kernel does not fit. What is as long as the input keeps its name.
constexpr ExtentValue window_count(const WindowAxis& window) {
  const ExtentValue stride = window.stride;
  const ExtentValue reach = (window.kernel - 1) * window.dilation;
  if (window.stride == 1 && (window.is_same || reach == ExtentValue(2 * window.padding))) return window.input;
  if (window.is_same) return ceil_div(window.input, stride);
  const ExtentValue rest = window.input + 2 * window.padding - reach - 1;
  if (!window.is_ceil) return rest / stride + 1;
  // The last window begins in the input or in front of it: one that sees nothing but padding is none.
  return min(ceil_div(rest, stride), (window.input + window.padding - 1) / stride) + 1;
}

// What a transposed window makes at least; with a stride, up to stride - 1 more can be wanted.
constexpr ExtentValue transposed_count(const WindowAxis& window) {
  return (window.input - 1) * window.stride - 2 * window.padding + (window.kernel - 1) * window.dilation + 1;
}

namespace detail {

// "height", for a sentence that lists axes.
constexpr const char* spatial_axes(int axes) { return axes == 1 ? "length" : "height, width"; }

constexpr Ruling say_window(Refusal* why, const char* operation, int axis, const WindowAxis& window) {
  const Objection objection = refuse(why, axis);
  objection << operation << ": axis " << axis << ": " << (window.is_ceil ? "ceil((" : "(") << window.input << " + 2*"
            << window.padding << " - " << window.dilation << "*(" << window.kernel << " - 1) - 1) / " << window.stride
            << (window.is_ceil ? ") + 1 = " : " + 1 = ") << window_count(window)
            << "; the kernel does not fit the padded input";
  return objection;
}

constexpr Ruling input_extent_rule(const char* operation, int axis, const ExtentValue& input, Refusal* why) {
  if (is_at_least(input, 1) == Answer::never) {
    return refuse(why, axis) << operation << ": axis " << axis << " of the input is " << input
                             << "; there is nothing to move a window over";
  }
  return allow(input, is_at_least(input, 1) == Answer::open);
}

}  // namespace detail

// The ruling's result is the length of the result, as a shape.
constexpr Ruling window_rule(const char* operation, int axis, const WindowAxis& window, Refusal* why = nullptr) {
  const Ruling input = detail::input_extent_rule(operation, axis, window.input, why);
  if (!input.holds) return input;
  const ExtentValue count = window_count(window);
  const Answer fits = is_at_least(count, 1);
  if (fits == Answer::never && !count.is_impossible()) return detail::say_window(why, operation, axis, window);
  return allow(count, fits == Answer::open || input.checks_at_run_time);
}

namespace detail {

// [batch, channels, height, width] or, without a batch, [channels, height, width].
constexpr Ruling image_rank_rule(const WindowForm& form, const ShapeValue& input, Refusal* why) {
  if (input.rank == form.axes + 1 || input.rank == form.axes + 2) return allow({});
  return refuse(why) << form.name << ": the input has rank " << input.rank << "; [batch, channels, "
                     << spatial_axes(form.axes) << "] is wanted, and the batch may be left out";
}

// A result that may hold more elements than can be counted.
constexpr Ruling formed(const ShapeValue& result, bool checks, Refusal* why) {
  if (const Ruling ruling = well_formed_rule(result, why); !ruling.holds) return ruling;
  return allow(result, checks);
}

}  // namespace detail
}  // namespace shapeproof
