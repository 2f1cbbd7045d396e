// SPDX-License-Identifier: BSL-1.0
// How large does an image become? As large as Output says, or by as much as ScaleFactor says, rounded down. The batch axis may
// be left out.
//
//   interpolate<Output<H, W>>       [n, c, h, w] -> [n, c, H, W]
//   interpolate<ScaleFactor<2>>     [n, c, h, w] -> [n, c, 2*h, 2*w]
#pragma once

#include "window.hpp"

namespace shapeproof {

// interpolate as rules know it.
inline constexpr WindowForm interpolate_form{
    "interpolate", 2,
    set_of(Option::output, Option::scale_factor, Option::nearest, Option::bilinear, Option::align_corners),
    set_of(Option::output, Option::scale_factor)};

// [n, c, h, w] -> [n, c, height, width], by Output<height, width> or ScaleFactor<...>.
constexpr Ruling interpolate_rule(const WindowOptions& options, const ShapeValue& input, Refusal* why = nullptr) {
  const WindowForm& form = interpolate_form;
  if (const Ruling ruling = options_rule(form, options, why); !ruling.holds) return ruling;
  if (options.has(Option::align_corners) && !options.has(Option::bilinear)) {
    return refuse(why) << "interpolate: AlignCorners is for Bilinear; Nearest has no corners to align";
  }
  if (const Ruling ruling = detail::image_rank_rule(form, input, why); !ruling.holds) return ruling;
  ShapeValue result = input;
  bool checks = false;
  for (int place = 0; place < form.axes; ++place) {
    const int axis = input.rank - form.axes + place;
    const Ruling fits = detail::input_extent_rule(form.name, axis, input[axis], why);
    if (!fits.holds) return fits;
    const Fraction factor = options.has(Option::scale_factor) ? options[Option::scale_factor][place] : Fraction();
    if (options.has(Option::output)) result[axis] = options.get(Option::output, place, 1);
    else if (factor.numerator != factor.denominator) result[axis] = input[axis] * factor.numerator / factor.denominator;
    const Answer is_left = is_at_least(result[axis], 1);
    if (is_left == Answer::never && !result[axis].is_impossible()) {
      return refuse(why, axis) << "interpolate: axis " << axis << ": " << input[axis] << " * " << factor.numerator
                               << " / " << factor.denominator << " = " << result[axis] << "; nothing is left";
    }
    checks = checks || fits.checks_at_run_time || is_left == Answer::open;
  }
  return detail::formed(result, checks, why);
}

}  // namespace shapeproof
