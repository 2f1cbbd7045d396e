// SPDX-License-Identifier: BSL-1.0
// How are images resized? By the nearest element, or bilinearly between four, with the coordinates of PyTorch's interpolate.
//
//   interpolate<ScaleFactor<2>>(x)                [n, c, h, w] -> [n, c, 2*h, 2*w]
//   interpolate<Output<224>, Bilinear>(x)         [n, c, h, w] -> [n, c, 224, 224]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/resize.hpp"
#include "../rules/resize.hpp"
#include "window.hpp"

namespace shapeproof {
namespace detail {

// PyTorch goes by the factor where one is given, not by what the extents turn out to be.
constexpr engine::ResizeStep resize_step(const WindowOptions& options, int axis, std::int64_t in, std::int64_t out) {
  if (options.has(Option::align_corners)) return {out > 1 ? in - 1 : 0, out > 1 ? out - 1 : 1};
  if (!options.has(Option::scale_factor)) return {in, out};
  const Fraction& factor = options[Option::scale_factor][axis];
  return {factor.denominator, factor.numerator};
}

template <auto... Options>
struct Interpolate {
  static constexpr const char* name = "interpolate";
  static constexpr int least_operands = 1;
  static constexpr int most_operands = 1;
  static constexpr WindowOptions options = window_options(Option::output, Options...);
  static constexpr bool is_bilinear = options.has(Option::bilinear);
  static constexpr Wanted wanted = is_bilinear ? Wanted::reals : Wanted::any;

  constexpr Ruling operator()(const ShapeValue& input, Refusal* why) const {
    return interpolate_rule(options, input, why);
  }

  template <class... T>
  using Elements = WindowElements<Interpolate, T...>;

  template <class T, class X>
  static constexpr void compute(T* out, const Extents& extents, const X& x) {
    engine::Resize r{x.extents().count(0, extents.rank - 2), plane_of(x.extents(), 2), plane_of(extents, 2)};
    r.height = resize_step(options, 0, r.in.height, r.out.height);
    r.width = resize_step(options, 1, r.in.width, r.out.width);
    if constexpr (is_bilinear) engine::resize_bilinear(x.data(), out, r, options.has(Option::align_corners));
    else engine::resize_nearest(x.data(), out, r);
  }
};

}  // namespace detail

// interpolate<Output<14, 14>>(x), interpolate<ScaleFactor<2>, Bilinear, AlignCorners>(x): Output or ScaleFactor; Nearest,
// which is what no word means, or Bilinear. The nearest element is floor(i * step), computed without rounding.
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::Interpolate<Options...>>> interpolate;

}  // namespace shapeproof
