// SPDX-License-Identifier: BSL-1.0
// How are images made smaller? Each window becomes its largest element or its average.
//
//   max_pool2d<2>                  [n, c, h, w] -> [n, c, h/2, w/2]
//   adaptive_avg_pool2d<7>         [n, c, h, w] -> [n, c, 7, 7]
//   global_avg_pool2d              [n, c, h, w] -> [n, c, 1, 1]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/pool.hpp"
#include "../rules/pool.hpp"
#include "window.hpp"

namespace shapeproof {
namespace detail {

constexpr engine::WindowExtents pool_extents(const Extents& in, const Extents& out, int axes) {
  return {in.count(0, in.rank - axes), plane_of(in, axes), plane_of(out, axes), {}};
}

template <const WindowForm& Form, bool IsMax, auto... Options>
struct Pool {
  static constexpr const char* name = Form.name;
  static constexpr int least_operands = 1;
  static constexpr int most_operands = 1;
  static constexpr Wanted wanted = IsMax ? Wanted::ordered : Wanted::reals;
  static constexpr WindowOptions options = window_options(Option::kernel, Options...);

  constexpr Ruling operator()(const ShapeValue& input, Refusal* why) const {
    return pool_rule(Form, options, input, why);
  }

  template <class... T>
  using Elements = WindowElements<Pool, T...>;

  template <class T, class X>
  static constexpr void compute(T* out, const Extents& extents, const X& x) {
    engine::WindowExtents e = pool_extents(x.extents(), extents, Form.axes);
    const engine::Plane kernel = plane_of(options, Option::kernel, Form.axes, {1, 1});
    e.window = window_of(options, Form.axes, kernel, kernel, e.in, e.out);
    if constexpr (IsMax) engine::max_pool(x.data(), out, e);
    else engine::avg_pool(x.data(), out, e, options.get(Option::count_include_pad, 0, 1) != 0);
  }
};

template <const WindowForm& Form, bool IsMax, auto... Options>
struct AdaptivePool {
  static constexpr const char* name = Form.name;
  static constexpr int least_operands = 1;
  static constexpr int most_operands = 1;
  static constexpr Wanted wanted = IsMax ? Wanted::ordered : Wanted::reals;
  static constexpr WindowOptions options = window_options(Option::output, Options...);

  constexpr Ruling operator()(const ShapeValue& input, Refusal* why) const {
    return adaptive_pool_rule(Form, options, input, why);
  }

  template <class... T>
  using Elements = WindowElements<AdaptivePool, T...>;

  template <class T, class X>
  static constexpr void compute(T* out, const Extents& extents, const X& x) {
    const engine::WindowExtents e = pool_extents(x.extents(), extents, Form.axes);
    if constexpr (IsMax) engine::adaptive_max_pool(x.data(), out, e);
    else engine::adaptive_avg_pool(x.data(), out, e);
  }
};

template <class Rule>
using WindowFunction = Function<WindowOperation<Rule>>;

}  // namespace detail

// Whether images of shape X can be pooled: Poolable<X, 3, Stride<2>>. X is a shape, or a tensor of one.
template <class X, auto... Options>
concept Poolable = detail::HoldsFor<detail::Pool<max_pool2d_form, true, Options...>, X>;

// max_pool2d<2>(x), max_pool2d<3, Stride<2>, Padding<1>>(x): the largest element of each window, NaN where there is one.
// Kernel, Stride (without it, the kernel), Padding of at most half the kernel, Dilation, CeilMode. A window that sees padding
// alone gives the least number of the type.
template <auto... Options>
inline constexpr detail::WindowFunction<detail::Pool<max_pool2d_form, true, Options...>> max_pool2d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Pool<max_pool2d_form, true, Options...>> max_pool2d_into;
template <auto... Options>
inline constexpr detail::WindowFunction<detail::Pool<max_pool1d_form, true, Options...>> max_pool1d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Pool<max_pool1d_form, true, Options...>> max_pool1d_into;

// avg_pool2d<2>(x): the average of each window; Padding counts as zeros unless CountIncludePad<false> is said. Kernel, Stride,
// Padding, CeilMode. Elements are float, double or half.
template <auto... Options>
inline constexpr detail::WindowFunction<detail::Pool<avg_pool2d_form, false, Options...>> avg_pool2d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Pool<avg_pool2d_form, false, Options...>> avg_pool2d_into;
template <auto... Options>
inline constexpr detail::WindowFunction<detail::Pool<avg_pool1d_form, false, Options...>> avg_pool1d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Pool<avg_pool1d_form, false, Options...>> avg_pool1d_into;

// adaptive_avg_pool2d<7>(x), adaptive_max_pool2d<7, 5>(x): as many windows as are wanted, from floor(i*h/7) to
// ceil((i+1)*h/7), as PyTorch cuts them.
template <auto... Options>
inline constexpr detail::WindowFunction<detail::AdaptivePool<adaptive_avg_pool2d_form, false, Options...>>
    adaptive_avg_pool2d;
template <auto... Options>
inline constexpr detail::WindowFunction<detail::AdaptivePool<adaptive_max_pool2d_form, true, Options...>>
    adaptive_max_pool2d;

// The average of each plane, which stays an image of one element, as ONNX's GlobalAveragePool does it.
inline constexpr detail::WindowFunction<detail::AdaptivePool<global_avg_pool2d_form, false>> global_avg_pool2d;

}  // namespace shapeproof
