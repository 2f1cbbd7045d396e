// SPDX-License-Identifier: BSL-1.0
// How does a layer convolve? Conv2d<3, 6, Kernel<5>, Stride<2>, Padding<1>> makes 6 channels of 3. Plain numbers behind the
// channels are the kernel's extents, as in PyTorch: Conv2d<3, 6, 5>.
//
//   Conv2d<In, Out, ...>            [n, in, h, w] -> [n, out, oh, ow], weight [out, in/g, kh, kw], bias [out]
//   ConvTranspose2d<In, Out, ...>   [n, in, h, w] -> [n, out, oh, ow], weight [in, out/g, kh, kw], bias [out]
//
// Conv1d has one axis in place of two. Options: Kernel, Stride, Padding or Same, Dilation, Groups, NoBias; for the transposed
// form OutputPadding or Output as well.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/conv.hpp"
#include "weighted.hpp"

namespace shapeproof {
namespace detail {

constexpr int at_least(int least, std::int64_t number) { return number < least ? least : static_cast<int>(number); }

// The extents of a convolution's weight. What the options say wrong, the rule will refuse.
struct ConvSizes {
  int first;
  int second;
  int kernel[2];
};
template <auto... Options>
constexpr ConvSizes conv_sizes(bool is_transposed, int in, int out) {
  const WindowOptions options = window_options(Option::kernel, Options...);
  const int groups = at_least(1, options.get(Option::groups, 0, 1));
  const int kernel[2] = {at_least(0, options.get(Option::kernel, 0, 1)),
                         at_least(0, options.get(Option::kernel, 1, 1))};
  if (is_transposed) return {in, out / groups, {kernel[0], kernel[1]}};
  return {out, in / groups, {kernel[0], kernel[1]}};
}
template <int Axes, ConvSizes Sizes>
struct ConvWeightOf {
  using type = Shape<Sizes.first, Sizes.second, Sizes.kernel[0], Sizes.kernel[1]>;
};
template <ConvSizes Sizes>
struct ConvWeightOf<1, Sizes> {
  using type = Shape<Sizes.first, Sizes.second, Sizes.kernel[0]>;
};

// The kernel's shape with other input channels.
constexpr ShapeValue kernel_for(ShapeValue kernel, std::int64_t channels, std::int64_t groups, bool is_transposed) {
  if (is_transposed) kernel[0] = channels;
  else kernel[1] = channels / groups;
  return kernel;
}

// What Conv1d, Conv2d and ConvTranspose2d have in common: the operation of their form, asked with their options.
template <class Self, const WindowForm& Form, bool IsTransposed, int In, int Out, auto... Options>
struct Convolution
    : Layer<Self>,
      Weighted<has_bias<Options...>,
               typename ConvWeightOf<Form.axes, conv_sizes<Options...>(IsTransposed, In, Out)>::type, Shape<Out>> {
  using Rule = Convolve<Form, IsTransposed, Options...>;
  using WeightShape = typename ConvWeightOf<Form.axes, conv_sizes<Options...>(IsTransposed, In, Out)>::type;
  static constexpr Function<WindowOperation<Rule>> operation{};

  Convolution() {
    Random random(default_seed);
    initialize(random);
  }
  explicit Convolution(Random& random) { initialize(random); }
  // PyTorch takes the extents behind the first for the fan-in, in both forms.
  void initialize(Random& random) { this->fill(WeightShape::value.count(1, WeightShape::rank).number, random); }

  template <class X>
  constexpr auto forward(X&& x) const -> decltype(this->weigh(operation, std::forward<X>(x))) {
    return this->weigh(operation, std::forward<X>(x));
  }

  static constexpr Sentence name() { return named(In); }
  // Another number of input channels, where nothing else is wrong and they are not at the end.
  static constexpr Sentence would_fit(const ShapeValue& input) {
    const int at = input.rank - Form.axes - 1;
    if (at < 0 || at > 1 || !input[at].is_known() || input[at].number == In) return {};
    if (input[input.rank - 1].number == In) return {};
    const std::int64_t groups = Rule::options.get(Option::groups, 0, 1);
    const ShapeValue kernel = kernel_for(WeightShape::value, input[at].number, groups, IsTransposed);
    if (!conv_rule(Form, IsTransposed, Rule::options, input, kernel).holds) return {};
    return named(input[at].number);
  }

 private:
  static constexpr Sentence named(std::int64_t in) {
    Sentence name = sentence_of(Self::class_name, '<', in, ", ", Out);
    say_all<Options...>(name);
    return name << '>';
  }
};

}  // namespace detail

// Each begins as PyTorch's does: weight and bias within 1 / sqrt(in/groups * kernel's element count).
template <int InChannels, int OutChannels, auto... Options>
struct Conv1d : detail::Convolution<Conv1d<InChannels, OutChannels, Options...>, conv1d_layer_form, false, InChannels,
                                    OutChannels, Options...> {
  using Conv1d::Convolution::Convolution;
  static constexpr const char* class_name = "Conv1d";
};
template <int InChannels, int OutChannels, auto... Options>
struct Conv2d : detail::Convolution<Conv2d<InChannels, OutChannels, Options...>, conv2d_layer_form, false, InChannels,
                                    OutChannels, Options...> {
  using Conv2d::Convolution::Convolution;
  static constexpr const char* class_name = "Conv2d";
};
template <int InChannels, int OutChannels, auto... Options>
struct ConvTranspose2d : detail::Convolution<ConvTranspose2d<InChannels, OutChannels, Options...>,
                                             conv_transpose2d_layer_form, true, InChannels, OutChannels, Options...> {
  using ConvTranspose2d::Convolution::Convolution;
  static constexpr const char* class_name = "ConvTranspose2d";
};

}  // namespace shapeproof
