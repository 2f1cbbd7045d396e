// SPDX-License-Identifier: BSL-1.0
// What is a transformer made of? Layers of attention and of two Linear, each beside a path that goes around it:
// torch.nn.TransformerEncoderLayer and TransformerDecoderLayer with batch_first, their parameters, names and defaults.
//
//   encoder_layer(x)           [n, t, w] -> [n, t, w]
//   decoder_layer(x, memory)   [n, t, w], [n, s, w] -> [n, t, w]
//
// Options, in any order: NormFirst normalises before and not after; gelu, or another activation, in place of relu; Fraction{1, 5},
// the probability of dropping in training(x, random), in place of PyTorch's 1/10. What is called is inference, and drops nothing.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/activation.hpp"
#include "attention.hpp"
#include "initialize.hpp"
#include "norm.hpp"

namespace shapeproof {
namespace detail {

struct NormFirstOption {};

template <auto Option>
inline constexpr bool is_norm_first = std::is_same_v<std::remove_const_t<decltype(Option)>, NormFirstOption>;
template <auto Option>
inline constexpr bool is_fraction = std::is_same_v<std::remove_const_t<decltype(Option)>, Fraction>;

// The activation among the options, or relu.
template <auto... Options>
struct ActivationIn {
  static constexpr auto value = relu;
};
template <auto First, auto... Options>
struct ActivationIn<First, Options...> : ActivationIn<Options...> {};
template <auto First, auto... Options>
  requires(!is_norm_first<First> && !is_fraction<First>)
struct ActivationIn<First, Options...> {
  static constexpr auto value = First;
};

// The probability among the options, or PyTorch's.
template <auto... Options>
struct ProbabilityIn {
  static constexpr Fraction value{1, 10};
};
template <auto First, auto... Options>
struct ProbabilityIn<First, Options...> : ProbabilityIn<Options...> {};
template <auto First, auto... Options>
  requires is_fraction<First>
struct ProbabilityIn<First, Options...> {
  static constexpr Fraction value = First;
};

// What a layer does to what comes of its parts: nothing in inference, and in training drop some of it.
struct KeepsAll {
  template <class X>
  X operator()(X x) const {
    return x;
  }
  template <class Attention, class... Operands>
  auto attend(const Attention& attention, const Operands&... operands) const {
    return attention(operands...);
  }
};
template <Fraction Probability>
struct DropsSome {
  Random& random;

  template <class X>
  auto operator()(const X& x) const {
    return Dropout<Probability>().training(x, random);
  }
  template <class Attention, class... Operands>
  auto attend(const Attention& attention, const Operands&... operands) const {
    return attention(operands..., Dropping{random, Dropout<Probability>::kept});
  }
};

// What comes of both attentions: the first that is refused says why.
template <class Own, int Width, int Heads, int Hidden, class X, class Memory>
struct DecoderOutcomeOf {
  using type = AttentionLayerOutcome<Width, Heads, Hidden, Own, Memory, Memory>;
};
template <class Own, int Width, int Heads, int Hidden, class X, class Memory>
  requires is_refused<Own> && (!is_traced<Own>)
struct DecoderOutcomeOf<Own, Width, Heads, Hidden, X, Memory> {
  using type = Own;
};
template <int Width, int Heads, int Hidden, class X, class Memory, class... Masks>
using DecoderOutcome =
    typename DecoderOutcomeOf<AttentionOutcome<Width, Heads, X, X, X, Masks...>, Width, Heads, Hidden, X, Memory>::type;

constexpr const char* option_name(NormFirstOption) { return "NormFirst"; }
constexpr Fraction option_name(Fraction probability) { return probability; }
template <template <class> class Form, class Operation>
constexpr const char* option_name(Function<Form<Operation>>) {
  return Operation::name;
}

template <auto... Options>
constexpr Sentence transformer_name(const char* class_name, int width, int heads, int hidden) {
  Sentence name = sentence_of(class_name, '<', width, ", ", heads, ", ", hidden);
  ((name << ", " << option_name(Options)), ...);
  return name << '>';
}

// What both layers have in common. Self has linear1 and linear2, and run(drop, operands...).
template <class Self, auto... Options>
struct TransformerLayer : Layer<Self> {
  static constexpr bool norm_first = (is_norm_first<Options> || ...);

 protected:
  using Drops = DropsSome<ProbabilityIn<Options...>::value>;

  template <class Drop, class X>
  auto feed(const Drop& drop, const X& x) const {
    const Self& self = static_cast<const Self&>(*this);
    return drop(self.linear2(drop(ActivationIn<Options...>::value(self.linear1(x)))));
  }
};

}  // namespace detail

// Option of transformer layers: normalises what goes into attention and Linear, not what comes out.
inline constexpr detail::NormFirstOption NormFirst;

// TransformerEncoderLayer<Width, Heads, Hidden>: x + attention(x), then x + linear2(activation(linear1(x))), normalised. Behind
// x, and in training(x, random) behind both, may stand what MultiHeadAttention takes: a mask, key_padding(mask), causal.
template <int Width, int Heads, int Hidden = 2048, auto... Options>
struct TransformerEncoderLayer
    : detail::TransformerLayer<TransformerEncoderLayer<Width, Heads, Hidden, Options...>, Options...> {
  BOOST_HANA_DEFINE_STRUCT(TransformerEncoderLayer, (MultiHeadAttention<Width, Heads>, self_attn),
                           (Linear<Width, Hidden>, linear1), (Linear<Hidden, Width>, linear2),
                           (LayerNorm<Width>, norm1), (LayerNorm<Width>, norm2));

  TransformerEncoderLayer() {
    Random random(default_seed);
    initialize(random);
  }
  explicit TransformerEncoderLayer(Random& random) { initialize(random); }
  void initialize(Random& random) { detail::initialize_members(*this, random); }

  template <class X, class... Masks>
  auto forward(const X& x, const Masks&... masks) const
      -> detail::AttentionLayerOutcome<Width, Heads, Hidden, X, X, X, Masks...> {
    return run(detail::KeepsAll(), x, masks...);
  }
  // forward with dropout: each element of an attention weight and of a branch is dropped with the layer's probability.
  template <class X, class... Masks>
  auto training(const X& x, Random& random, const Masks&... masks) const
      -> detail::LayerOutcome<TransformerEncoderLayer, const X&, const Masks&...> {
    return run(typename TransformerEncoderLayer::Drops{random}, x, masks...);
  }

  static constexpr Sentence name() {
    return detail::transformer_name<Options...>("TransformerEncoderLayer", Width, Heads, Hidden);
  }

 private:
  template <class Drop, class X, class... Masks>
  auto run(const Drop& drop, const X& x, const Masks&... masks) const {
    if constexpr (TransformerEncoderLayer::norm_first) {
      const auto attended = x + drop(drop.attend(self_attn, norm1(x), masks...));
      return attended + this->feed(drop, norm2(attended));
    } else {
      const auto attended = norm1(x + drop(drop.attend(self_attn, x, masks...)));
      return norm2(attended + this->feed(drop, attended));
    }
  }
};

// TransformerDecoderLayer<Width, Heads, Hidden>: as the former, with an attention to a memory between: layer(x, memory),
// training(x, memory, random). Behind them may stand what the self-attention takes: a mask, key_padding(mask), causal.
template <int Width, int Heads, int Hidden = 2048, auto... Options>
struct TransformerDecoderLayer
    : detail::TransformerLayer<TransformerDecoderLayer<Width, Heads, Hidden, Options...>, Options...> {
  BOOST_HANA_DEFINE_STRUCT(TransformerDecoderLayer, (MultiHeadAttention<Width, Heads>, self_attn),
                           (MultiHeadAttention<Width, Heads>, multihead_attn), (Linear<Width, Hidden>, linear1),
                           (Linear<Hidden, Width>, linear2), (LayerNorm<Width>, norm1), (LayerNorm<Width>, norm2),
                           (LayerNorm<Width>, norm3));

  TransformerDecoderLayer() {
    Random random(default_seed);
    initialize(random);
  }
  explicit TransformerDecoderLayer(Random& random) { initialize(random); }
  void initialize(Random& random) { detail::initialize_members(*this, random); }

  template <class X, class Memory, class... Masks>
  auto forward(const X& x, const Memory& memory, const Masks&... masks) const
      -> detail::DecoderOutcome<Width, Heads, Hidden, X, Memory, Masks...> {
    return run(detail::KeepsAll(), x, memory, masks...);
  }
  // forward with dropout: each element of an attention weight and of a branch is dropped with the layer's probability.
  template <class X, class Memory, class... Masks>
  auto training(const X& x, const Memory& memory, Random& random, const Masks&... masks) const
      -> detail::LayerOutcome<TransformerDecoderLayer, const X&, const Memory&, const Masks&...> {
    return run(typename TransformerDecoderLayer::Drops{random}, x, memory, masks...);
  }

  static constexpr Sentence name() {
    return detail::transformer_name<Options...>("TransformerDecoderLayer", Width, Heads, Hidden);
  }

 private:
  template <class Drop, class X, class Memory, class... Masks>
  auto run(const Drop& drop, const X& x, const Memory& memory, const Masks&... masks) const {
    if constexpr (TransformerDecoderLayer::norm_first) {
      const auto own = x + drop(drop.attend(self_attn, norm1(x), masks...));
      const auto attended = own + drop(drop.attend(multihead_attn, norm2(own), memory, memory));
      return attended + this->feed(drop, norm3(attended));
    } else {
      const auto own = norm1(x + drop(drop.attend(self_attn, x, masks...)));
      const auto attended = norm2(own + drop(drop.attend(multihead_attn, own, memory, memory)));
      return norm3(attended + this->feed(drop, attended));
    }
  }
};

}  // namespace shapeproof
