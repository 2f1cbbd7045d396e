// SPDX-License-Identifier: BSL-1.0
// How is a model written as a row of layers? Each names what it makes, and takes what the one before made:
//
//   auto net = sequential<Shape<N, 3, 32, 32>>(conv2d<6, 5>, relu, max_pool2d<2>, Flatten(), linear<120>, relu, linear<10>);
//   net(x)                 x of Shape<N, 3, 32, 32>, or of any shape that fits
//   net.output_shape       Shape<N, 10>
//
// The same as a type, with every number written: Sequential<Shape<N, 784>, Linear<784, 10>, ReLU>. A layer that does not take
// what it gets is one error, where the type is named: "layer 3 (Linear<400, 120>): the last axis holds 576 features, ...".
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>

#include "initialize.hpp"
#include "joints.hpp"

namespace shapeproof {

// Layers, or specifications of such, one behind the other, which wait for an input: layers(conv2d<64, 3>, relu).
template <class... Specifications>
struct Layers {
  boost::hana::tuple<Specifications...> specifications;  // in order
};
template <class... Specifications>
constexpr Layers<Specifications...> layers(const Specifications&... specifications) {
  return {{specifications...}};
}

namespace detail {

template <class S>
using ProbeOf = Traced<float, S, NoLog>;

// What a call of a sequence makes; a tensor is asked only for its shape.
template <class Made>
struct TensorFrom {
  using type = Made;
};
template <class T, class S>
struct TensorFrom<Traced<T, S, NoLog>> {
  using type = Tensor<T, S>;
};
template <class X, class... Layers>
struct SequenceCall : SequenceOutcome<X, Layers...> {};
template <class T, class S, class... Layers>
struct SequenceCall<Tensor<T, S>, Layers...>
    : TensorFrom<typename SequenceOutcome<Traced<T, S, NoLog>, Layers...>::type> {};

// One layer. An operand that nobody needs any more is let go as soon as the layer has made its result.
template <class Layer, class X>
constexpr auto pass(const Layer& layer, X&& x) {
  if constexpr (std::is_lvalue_reference_v<X>) {
    return layer(x);
  } else {
    X own = std::forward<X>(x);
    return layer(std::move(own));
  }
}
// What it throws says its place.
template <class Layer, class X>
auto pass_at(int place, const Layer& layer, X&& x) {
  try {
    return pass(layer, std::forward<X>(x));
  } catch (const ShapeError& error) {
    throw ShapeError(refusal_of(error, said_at(place, sentence_of(error.what()))));
  }
}

// Layers [First, First + Count), halved until there is one, so that a thousand are ten calls deep.
template <std::size_t First, std::size_t Count, class Layers, class X>
constexpr auto pass_all(const Layers& layers, X&& x) {
  if constexpr (Count == 1 && may_throw<std::remove_cvref_t<X>>) {
    return pass_at(static_cast<int>(First), boost::hana::at_c<First>(layers), std::forward<X>(x));
  } else if constexpr (Count == 1) {
    return pass(boost::hana::at_c<First>(layers), std::forward<X>(x));
  } else {
    constexpr std::size_t half = Count / 2;
    return pass_all<First + half, Count - half>(layers, pass_all<First, half>(layers, std::forward<X>(x)));
  }
}

template <class Result>
struct ErrorOrNothing : NoError {};
template <Text... Pieces>
struct ErrorOrNothing<Refused<Pieces...>> {
  using type = Refused<Pieces...>;
};

// The shape of a result; what was refused has none.
template <class Made>
struct ShapeOfMade {
  using type = Shape<>;
};
template <class T, class S, class L>
struct ShapeOfMade<Traced<T, S, L>> {
  using type = S;
};

// The layer that was specified: itself, if it was given with its parameters; else one drawn from `random`.
template <class Layer, class Specification>
struct Maker {
  static Layer make(Random& random, const Specification& /*specification*/) { return made<Layer>(random); }
};
template <class Layer>
struct Maker<Layer, Layer> {
  static Layer make(Random& /*random*/, const Layer& layer) { return layer; }
};

}  // namespace detail

// A model that holds its layers in a row. Input is the shape that it is written for; calls may have any other that fits.
template <AnyShape Input, class... LayerTypes>
class Sequential : private detail::ErrorOrNothing<
                       typename detail::SequenceOutcome<detail::ProbeOf<Input>, LayerTypes...>::type>::type {
  using All = boost::hana::tuple<LayerTypes...>;

 public:
  // The shape that the model is written for.
  using input_shape_type = Input;
  // The shape that comes out for it.
  using output_shape_type =
      typename detail::ShapeOfMade<typename detail::SequenceOutcome<detail::ProbeOf<Input>, LayerTypes...>::type>::type;
  // An object of that type.
  static constexpr Input input_shape{};
  // An object of that type.
  static constexpr output_shape_type output_shape{};
  // How many layers there are.
  static constexpr std::size_t size = sizeof...(LayerTypes);

  // Drawn from Random(default_seed), all from one stream.
  Sequential() : Sequential(Random(default_seed)) {}
  explicit Sequential(Random& random) : layers_{made<LayerTypes>(random)...} {}
  explicit Sequential(All layers) : layers_(std::move(layers)) {}

  // A model is called as a layer is.
  template <class X>
  constexpr auto operator()(X&& x) const -> typename detail::SequenceCall<std::remove_cvref_t<X>, LayerTypes...>::type
    requires detail::Fits<typename detail::SequenceCall<std::remove_cvref_t<X>, LayerTypes...>::type>
  {
    return detail::pass_all<0, size>(layers_, std::forward<X>(x));
  }
  template <class X>
  auto operator()(X&& x) const -> typename detail::SequenceCall<std::remove_cvref_t<X>, LayerTypes...>::type
    requires detail::Refuses<typename detail::SequenceCall<std::remove_cvref_t<X>, LayerTypes...>::type>;

  // The layer at a place, from 0 on.
  template <std::size_t Place>
  constexpr auto& layer() {
    return boost::hana::at_c<Place>(layers_);
  }
  template <std::size_t Place>
  constexpr const auto& layer() const {
    return boost::hana::at_c<Place>(layers_);
  }
  // The layers, in order: boost::hana::at_c<0>(net.layers()) is the first.
  constexpr All& layers() { return layers_; }
  constexpr const All& layers() const { return layers_; }

 private:
  explicit Sequential(Random&& random) : Sequential(random) {}

  All layers_;
};

namespace detail {

// The sequence for an input, or the error.
template <class Result, class S, class Completed>
struct SequentialFor {
  using type = Result;
};
template <class T, class Out, class L, class S, class... Completed>
struct SequentialFor<Traced<T, Out, L>, S, Types<Completed...>> {
  using type = Sequential<S, Completed...>;
};
template <class S, class... Specifications>
struct SequentialOf : SequentialFor<typename SequenceOutcome<ProbeOf<S>, Specifications...>::type, S,
                                    typename JointsOf<ProbeOf<S>, Specifications...>::layers> {};

// The overload that takes a Random comes first.
template <class S, class... Specifications>
struct SequentialOf<S, Random, Specifications...> {};

template <class T, class S, class L, class... Specifications>
struct LayerFor<Layers<Specifications...>, Traced<T, S, L>> : SequentialOf<S, Specifications...> {};

template <class S, class... LayerTypes, class... Specifications>
struct Maker<Sequential<S, LayerTypes...>, Layers<Specifications...>> {
  using Made = Sequential<S, LayerTypes...>;
  static Made make(Random& random, const Layers<Specifications...>& given) {
    return boost::hana::unpack(given.specifications, [&](const Specifications&... specifications) {
      return Made(
          boost::hana::tuple<LayerTypes...>{Maker<LayerTypes, Specifications>::make(random, specifications)...});
    });
  }
};

}  // namespace detail

// Makes a Sequential of layers and of specifications that are completed by what they get: linear<120>, conv2d<6, 5>,
// BatchNorm2d(); functions like relu, max_pool2d<2>; Residual and Parallel of these. Layers that come with parameters keep
// them; those of all others are drawn from `random`, without it from Random(default_seed).
template <AnyShape Input, class... Specifications>
auto sequential(Random& random, const Specifications&... specifications) ->
    typename detail::SequentialOf<Input, Specifications...>::type
  requires detail::Fits<typename detail::SequentialOf<Input, Specifications...>::type>
{
  using Made = typename detail::SequentialOf<Input, Specifications...>::type;
  return detail::Maker<Made, Layers<Specifications...>>::make(random, layers(specifications...));
}
template <AnyShape Input, class... Specifications>
auto sequential(Random& random, const Specifications&... specifications) ->
    typename detail::SequentialOf<Input, Specifications...>::type
  requires detail::Refuses<typename detail::SequentialOf<Input, Specifications...>::type>;
template <AnyShape Input, class First, class... Specifications>
auto sequential(const First& first, const Specifications&... specifications) ->
    typename detail::SequentialOf<Input, First, Specifications...>::type
  requires detail::Fits<typename detail::SequentialOf<Input, First, Specifications...>::type>
{
  Random random(default_seed);
  return sequential<Input>(random, first, specifications...);
}
template <AnyShape Input, class First, class... Specifications>
auto sequential(const First& first, const Specifications&... specifications) ->
    typename detail::SequentialOf<Input, First, Specifications...>::type
  requires detail::Refuses<typename detail::SequentialOf<Input, First, Specifications...>::type>;

}  // namespace shapeproof
