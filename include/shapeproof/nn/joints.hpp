// SPDX-License-Identifier: BSL-1.0
// Does each layer of a sequence take what the one before makes, and what comes out at the end? Asked in types alone: a Traced
// goes from layer to layer, and a layer that names its outputs only is completed on the way.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/traced.hpp"
#include "../ops/function.hpp"
#include "../rules/infer.hpp"
#include "layer.hpp"

namespace shapeproof::detail {

// The layer that a specification stands for, for an input: itself, unless specialised. May be an error type.
template <class Specification, class Probe>
struct LayerFor {
  using type = Specification;
};

// What infers one extent: Source::axis says which, Source::With<Extent> is the layer.
template <class Source>
struct Infer {
  constexpr Ruling operator()(const ShapeValue& input, Refusal* why) const {
    return infer_rule(Source::axis, input, why);
  }
};
template <class Source, class S, bool Holds>
struct InferredFor {
  using type = typename Source::template With<static_cast<int>(Ruled<Infer<Source>, S>::value[0].number)>;
};
template <class Source, class S>
struct InferredFor<Source, S, false> {
  using type = RefusedFor<WhyNot<Infer<Source>, S>>;
};
template <class Source, class Probe>
struct Inferred;
template <class Source, class T, class S, class L>
struct Inferred<Source, Traced<T, S, L>> : InferredFor<Source, S, Holds<Infer<Source>, S>> {};

// What a layer makes of an operand. Our own say so by name, without a search for the function to call.
template <class Type>
concept IsLayer = std::is_base_of_v<Layer<Type>, Type>;
template <class Layer, class X>
using CallExpression = std::remove_cvref_t<decltype(std::declval<const Layer&>()(std::declval<X>()))>;
template <class Layer, class X>
struct CallOf {};
template <class Layer, class X>
  requires(!IsLayer<Layer> && requires { typename CallExpression<Layer, X>; })
struct CallOf<Layer, X> {
  using type = CallExpression<Layer, X>;
};
template <class Operation, class X>
struct CallOf<Function<Operation>, X> {
  using type = OutcomeIn<Operation, X>;
};
template <class Self, class X>
  requires(IsLayer<Self> && requires { typename LayerOutcome<Self, X>; })
struct CallOf<Self, X> {
  using type = LayerOutcome<Self, X>;
};

// A layer of users may take tensors alone.
template <class Layer, class X>
using CallResult = typename CallOf<Layer, X>::type;
template <class Layer, class X>
struct CallWith : CallOf<Layer, X> {};
template <class Made, class L>
struct TracedAs {
  using type = Made;
};
template <class T, class S, class L>
struct TracedAs<Tensor<T, S>, L> {
  using type = Traced<T, S, L>;
};
template <class Layer, class T, class S, class L>
  requires(!requires { typename CallResult<Layer, const Traced<T, S, L>&>; })
struct CallWith<Layer, const Traced<T, S, L>&>
    : TracedAs<std::remove_cvref_t<decltype(std::declval<const Layer&>()(std::declval<const Tensor<T, S>&>()))>, L> {};

// One joint: the completed layer, and what comes out. What was refused before goes on.
template <class Specification, class X>
struct Joint {
  using layer = typename LayerFor<Specification, X>::type;
  using type = typename CallWith<layer, const X&>::type;
};
template <class Specification, class X>
  requires(is_refused<typename LayerFor<Specification, X>::type>)
struct Joint<Specification, X> {
  using layer = typename LayerFor<Specification, X>::type;
  using type = layer;
};
template <class Specification, Text... Pieces>
struct Joint<Specification, Refused<Pieces...>> {
  using layer = Specification;
  using type = Refused<Pieces...>;
};

template <class...>
struct Types {};

// Eight joints at a time, so that a thousand layers are 125 steps deep.
template <class Layers, class Made, class X, class... Specifications>
struct Joints;
template <class Layers, class Made, class X>
struct Joints<Layers, Made, X> {
  using layers = Layers;
  using made = Made;
  using type = X;
};
template <class... Layers, class... Made, class X, class A>
struct Joints<Types<Layers...>, Types<Made...>, X, A> {
  using last = Joint<A, X>;
  using layers = Types<Layers..., typename last::layer>;
  using made = Types<Made..., typename last::type>;
  using type = typename last::type;
};
template <class... Layers, class... Made, class X, class A, class B, class... Others>
struct Joints<Types<Layers...>, Types<Made...>, X, A, B, Others...>
    : Joints<Types<Layers..., typename Joint<A, X>::layer>, Types<Made..., typename Joint<A, X>::type>,
             typename Joint<A, X>::type, B, Others...> {};
template <class... Layers, class... Made, class X0, class A, class B, class C, class D, class E, class F, class G,
          class H, class... Others>
struct Joints<Types<Layers...>, Types<Made...>, X0, A, B, C, D, E, F, G, H, Others...> {
  using a = Joint<A, X0>;
  using b = Joint<B, typename a::type>;
  using c = Joint<C, typename b::type>;
  using d = Joint<D, typename c::type>;
  using e = Joint<E, typename d::type>;
  using f = Joint<F, typename e::type>;
  using g = Joint<G, typename f::type>;
  using h = Joint<H, typename g::type>;
  using rest = Joints<Types<Layers..., typename a::layer, typename b::layer, typename c::layer, typename d::layer,
                            typename e::layer, typename f::layer, typename g::layer, typename h::layer>,
                      Types<Made..., typename a::type, typename b::type, typename c::type, typename d::type,
                            typename e::type, typename f::type, typename g::type, typename h::type>,
                      typename h::type, Others...>;
  using layers = typename rest::layers;
  using made = typename rest::made;
  using type = typename rest::type;
};

template <class X, class... Specifications>
using JointsOf = Joints<Types<>, Types<>, X, Specifications...>;

// "layer 3 (Linear<400, 120>): ...", inside of another sequence "layer 2.3 (Linear<400, 120>): ...".
constexpr Sentence said_at(int place, const Sentence& said) {
  Sentence sentence = sentence_of("layer ", place);
  if (begins_with_place(said)) {
    sentence << '.';
    append(sentence, said, 6, said.size());
    return sentence;
  }
  const std::size_t colon = find(said, ": ");
  sentence << " (";
  append(sentence, said, 0, colon);
  sentence << ')';
  append(sentence, said, colon, said.size());
  return sentence;
}
template <int Place, Text... Pieces>
struct SaidAt {
  static constexpr Sentence sentence = said_at(Place, joined(Pieces...));
};

// The first layer that does not take what it gets.
template <class Made>
struct FirstMisfit;
template <class... Made>
struct FirstMisfit<Types<Made...>> {
  static constexpr int value = [] {
    int count = 0;
    const bool fit[] = {(!is_refused<Made> || is_traced<Made>)..., false};
    while (fit[count]) ++count;
    return count;
  }();
};
template <class Result, class Made>
struct PlacedResult {
  using type = Result;
};
template <Text... Pieces, class Made>
struct PlacedResult<Refused<Pieces...>, Made> {
  using type = RefusedFor<SaidAt<FirstMisfit<Made>::value, Pieces...>>;
};

// What a sequence makes of an operand: the result, or the error with the layer's place.
template <class X, class... Layers>
struct SequenceOutcome : PlacedResult<typename JointsOf<X, Layers...>::type, typename JointsOf<X, Layers...>::made> {};
template <Text... Pieces, class... Layers>
struct SequenceOutcome<Refused<Pieces...>, Layers...> {
  using type = Refused<Pieces...>;
};

}  // namespace shapeproof::detail
