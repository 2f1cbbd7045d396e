// SPDX-License-Identifier: BSL-1.0
// Which layers may leave out what their input says? In a Sequential:
//
//   linear<120>, linear<120, NoBias>           Linear<the last axis, 120>
//   conv2d<6, 5>, conv2d<6, Kernel<5>, ...>    Conv2d<the channels, 6, ...>; conv1d and conv_transpose2d too
//   BatchNorm2d(), BatchNorm1d()               the channels
//   GroupNorm<32>()                            GroupNorm<32, the channels>
//   LayerNorm(), RMSNorm()                     the last axis
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "conv.hpp"
#include "joints.hpp"
#include "linear.hpp"
#include "norm.hpp"

namespace shapeproof::detail {

template <int Out, auto... Options>
struct LinearSource {
  static constexpr InferredAxis axis{"linear", -1, "features"};
  template <int In>
  using With = Linear<In, Out, Options...>;
};
template <int Out, auto... Options, class Probe>
  requires is_traced<Probe>
struct LayerFor<LinearSpecification<Out, Options...>, Probe> : Inferred<LinearSource<Out, Options...>, Probe> {};

template <const WindowForm& Form, bool IsTransposed, int Out, auto... Options>
struct ConvSource {
  static constexpr InferredAxis axis{Form.name, -1 - Form.axes, "channels"};
  template <int In>
  using With = std::conditional_t<
      IsTransposed, ConvTranspose2d<In, Out, Options...>,
      std::conditional_t<Form.axes == 1, Conv1d<In, Out, Options...>, shapeproof::Conv2d<In, Out, Options...>>>;
};
template <const WindowForm& Form, bool IsTransposed, int Out, auto... Options, class Probe>
  requires is_traced<Probe>
struct LayerFor<Function<WindowOperation<Convolve<Form, IsTransposed, Out, Options...>>>, Probe>
    : Inferred<ConvSource<Form, IsTransposed, Out, Options...>, Probe> {};

struct BatchNorm1dSource {
  static constexpr InferredAxis axis{"BatchNorm1d", 1, "channels"};
  template <int Channels>
  using With = BatchNorm1d<Channels>;
};
struct BatchNorm2dSource {
  static constexpr InferredAxis axis{"BatchNorm2d", 1, "channels"};
  template <int Channels>
  using With = BatchNorm2d<Channels>;
};
template <int Groups>
struct GroupNormSource {
  static constexpr InferredAxis axis{"GroupNorm", 1, "channels"};
  template <int Channels>
  using With = shapeproof::GroupNorm<Groups, Channels>;
};
struct LayerNormSource {
  static constexpr InferredAxis axis{"LayerNorm", -1, "features"};
  template <int Features>
  using With = LayerNorm<Features>;
};
struct RMSNormSource {
  static constexpr InferredAxis axis{"RMSNorm", -1, "features"};
  template <int Features>
  using With = RMSNorm<Features>;
};
template <class Probe>
  requires is_traced<Probe>
struct LayerFor<BatchNorm1d<>, Probe> : Inferred<BatchNorm1dSource, Probe> {};
template <class Probe>
  requires is_traced<Probe>
struct LayerFor<BatchNorm2d<>, Probe> : Inferred<BatchNorm2dSource, Probe> {};
template <int Groups, class Probe>
  requires is_traced<Probe>
struct LayerFor<shapeproof::GroupNorm<Groups>, Probe> : Inferred<GroupNormSource<Groups>, Probe> {};
template <class Probe>
  requires is_traced<Probe>
struct LayerFor<LayerNorm<>, Probe> : Inferred<LayerNormSource, Probe> {};
template <class Probe>
  requires is_traced<Probe>
struct LayerFor<RMSNorm<>, Probe> : Inferred<RMSNormSource, Probe> {};

}  // namespace shapeproof::detail
