// SPDX-License-Identifier: BSL-1.0
// How are images convolved? As PyTorch does it: the kernel is not turned around, and channels come before height and width.
//
//   conv2d             [n, c, h, w] * [o, c/g, kh, kw] -> [n, o, oh, ow]
//   conv_transpose2d   [n, c, h, w] * [c, o/g, kh, kw] -> [n, o, oh, ow]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/conv.hpp"
#include "../rules/conv.hpp"
#include "window.hpp"

namespace shapeproof {
namespace detail {

// The element types of input, kernel and, where there is one, bias.
template <const WindowForm& Form, class Input, class Kernel, class... Bias>
struct ConvElements {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = conv_element_rule(Form.name, "kernel", element_type<Input>, element_type<Kernel>, why);
    for (const ElementType bias : {element_type<Input>, element_type<Bias>...}) {
      if (ruling.holds) ruling = conv_element_rule(Form.name, "bias", element_type<Input>, bias, why);
    }
    return ruling;
  }
};

constexpr engine::Convolution convolution_of(const WindowOptions& options, int axes, const Extents& in,
                                             const Extents& kernel, const Extents& out) {
  engine::Convolution c;
  const int at = in.rank - axes - 1;
  c.images = at == 0 ? 1 : in[0];
  c.groups = options.get(Option::groups, 0, 1);
  c.channels = in[at];
  c.filters = out[at];
  c.in = plane_of(in, axes);
  c.out = plane_of(out, axes);
  c.window = window_of(options, axes, plane_of(kernel, axes), {1, 1}, c.in, c.out);
  return c;
}

template <const WindowForm& Form, bool IsTransposed, auto... Options>
struct Convolve {
  static constexpr const char* name = Form.name;
  static constexpr int least_operands = 2;
  static constexpr int most_operands = 3;
  static constexpr WindowOptions options = window_options(Option::kernel, Options...);

  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& kernel, Refusal* why) const {
    return conv_rule(Form, IsTransposed, options, input, kernel, why);
  }
  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& kernel, const ShapeValue& bias,
                              Refusal* why) const {
    return conv_rule(Form, IsTransposed, options, input, kernel, bias, why);
  }

  template <class... T>
  using Elements = ConvElements<Form, T...>;

  template <class T, class X, class W, class... B>
  static constexpr void compute(T* out, const Extents& extents, const X& x, const W& kernel, const B&... bias) {
    const engine::Convolution c = convolution_of(options, Form.axes, x.extents(), kernel.extents(), extents);
    const T* added = nullptr;
    ((added = bias.data()), ...);
    if constexpr (IsTransposed) engine::convolve_transposed(x.data(), kernel.data(), added, out, c);
    else engine::convolve(x.data(), kernel.data(), added, out, c);
  }
};

template <auto... Options>
using Conv1d = Convolve<conv1d_form, false, Options...>;
template <auto... Options>
using Conv2d = Convolve<conv2d_form, false, Options...>;
template <auto... Options>
using ConvTranspose2d = Convolve<conv_transpose2d_form, true, Options...>;

}  // namespace detail

// Whether images of shape X can be convolved with kernels of shape W: Convolvable<X, W, Stride<2>>. X and W are shapes, or
// tensors of these.
template <class X, class W, auto... Options>
concept Convolvable = detail::HoldsFor<detail::Conv2d<Options...>, X, W>;

// conv2d<Stride<2>, Padding<1>>(x, kernel), conv2d<...>(x, kernel, bias): Stride, Padding or Same or Valid, Dilation, Groups,
// in any order. Elements are float, double or half, which is computed as float.
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::Conv2d<Options...>>> conv2d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Conv2d<Options...>> conv2d_into;

// The same along one axis: [n, c, l] * [o, c/g, k] -> [n, o, ol].
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::Conv1d<Options...>>> conv1d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::Conv1d<Options...>> conv1d_into;

// conv_transpose2d<Stride<2>>(x, kernel, bias): the other way. With a stride, several lengths are as good: OutputPadding<1>
// makes the result longer than need be, Output<14, 14> says what is wanted.
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::ConvTranspose2d<Options...>>> conv_transpose2d;
template <auto... Options>
inline constexpr detail::WindowInto<detail::ConvTranspose2d<Options...>> conv_transpose2d_into;

}  // namespace shapeproof
