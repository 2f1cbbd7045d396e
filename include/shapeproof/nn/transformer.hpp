// SPDX-License-Identifier: BSL-1.0
// What is a transformer made of? Layers of attention and of two Linear, each beside a path that goes around it:
// torch.nn.TransformerEncoderLayer and TransformerDecoderLayer with batch_first, their parameters, names and defaults.
//
//   encoder_layer(x)           [n, t, w] -> [n, t, w]
//   decoder_layer(x, memory)   [n, t, w], [n, s, w] -> [n, t, w]
//
// Options, in any order: NormFirst normalises before and not after; gelu, or another activation, in place of relu. Nothing is
// dropped out, as in PyTorch's eval().
#pragma once

#include "../message.hpp"

#include "../ops/activation.hpp"
#include "attention.hpp"
#include "norm.hpp"

namespace shapeproof {
namespace detail {

struct NormFirstOption {};

template <auto Option>
inline constexpr bool is_norm_first = std::is_same_v<std::remove_const_t<decltype(Option)>, NormFirstOption>;

// The activation among the options, or relu.
template <auto... Options>
struct ActivationIn {
  static constexpr auto value = relu;
};
template <auto First, auto... Options>
struct ActivationIn<First, Options...> : ActivationIn<Options...> {};
template <auto First, auto... Options>
  requires(!is_norm_first<First>)
struct ActivationIn<First, Options...> {
  static constexpr auto value = First;
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

}  // namespace detail

// Option of transformer layers: normalises what goes into attention and Linear, not what comes out.
inline constexpr detail::NormFirstOption NormFirst;

// TransformerEncoderLayer<Width, Heads, Hidden>: x + attention(x), then x + linear2(activation(linear1(x))), normalised. Behind
// x may stand what MultiHeadAttention takes: a mask, key_padding(mask), causal.
template <int Width, int Heads, int Hidden = 2048, auto... Options>
struct TransformerEncoderLayer : Layer<TransformerEncoderLayer<Width, Heads, Hidden, Options...>> {
  BOOST_HANA_DEFINE_STRUCT(TransformerEncoderLayer, (MultiHeadAttention<Width, Heads>, self_attn),
                           (Linear<Width, Hidden>, linear1), (Linear<Hidden, Width>, linear2),
                           (LayerNorm<Width>, norm1), (LayerNorm<Width>, norm2));
  // Whether what goes into attention and Linear is normalised, and not what comes out.
  static constexpr bool norm_first = (detail::is_norm_first<Options> || ...);

  TransformerEncoderLayer() {
    Random random(default_seed);
    initialize(random);
  }
  explicit TransformerEncoderLayer(Random& random) { initialize(random); }
  void initialize(Random& random) {
    self_attn.initialize(random);
    linear1.initialize(random);
    linear2.initialize(random);
    norm1.initialize(random);
    norm2.initialize(random);
  }

  template <class X, class... Masks>
  auto forward(const X& x, const Masks&... masks) const
      -> detail::AttentionLayerOutcome<Width, Heads, Hidden, X, X, X, Masks...> {
    if constexpr (norm_first) {
      const auto attended = x + self_attn(norm1(x), masks...);
      return attended + feed(norm2(attended));
    } else {
      const auto attended = norm1(x + self_attn(x, masks...));
      return norm2(attended + feed(attended));
    }
  }

  static constexpr Sentence name() {
    return detail::transformer_name<Options...>("TransformerEncoderLayer", Width, Heads, Hidden);
  }

 private:
  template <class X>
  auto feed(const X& x) const {
    return linear2(detail::ActivationIn<Options...>::value(linear1(x)));
  }
};

// TransformerDecoderLayer<Width, Heads, Hidden>: as the former, with an attention to a memory between. Behind the operands may
// stand what the self-attention takes: a mask, key_padding(mask), causal.
template <int Width, int Heads, int Hidden = 2048, auto... Options>
struct TransformerDecoderLayer : Layer<TransformerDecoderLayer<Width, Heads, Hidden, Options...>> {
  BOOST_HANA_DEFINE_STRUCT(TransformerDecoderLayer, (MultiHeadAttention<Width, Heads>, self_attn),
                           (MultiHeadAttention<Width, Heads>, multihead_attn), (Linear<Width, Hidden>, linear1),
                           (Linear<Hidden, Width>, linear2), (LayerNorm<Width>, norm1), (LayerNorm<Width>, norm2),
                           (LayerNorm<Width>, norm3));
  // Whether what goes into attention and Linear is normalised, and not what comes out.
  static constexpr bool norm_first = (detail::is_norm_first<Options> || ...);

  TransformerDecoderLayer() {
    Random random(default_seed);
    initialize(random);
  }
  explicit TransformerDecoderLayer(Random& random) { initialize(random); }
  void initialize(Random& random) {
    self_attn.initialize(random);
    multihead_attn.initialize(random);
    linear1.initialize(random);
    linear2.initialize(random);
    norm1.initialize(random);
    norm2.initialize(random);
    norm3.initialize(random);
  }

  template <class X, class Memory, class... Masks>
  auto forward(const X& x, const Memory& memory, const Masks&... masks) const
      -> detail::DecoderOutcome<Width, Heads, Hidden, X, Memory, Masks...> {
    if constexpr (norm_first) {
      const auto own = x + self_attn(norm1(x), masks...);
      const auto attended = own + multihead_attn(norm2(own), memory, memory);
      return attended + feed(norm3(attended));
    } else {
      const auto own = norm1(x + self_attn(x, masks...));
      const auto attended = norm2(own + multihead_attn(own, memory, memory));
      return norm3(attended + feed(attended));
    }
  }

  static constexpr Sentence name() {
    return detail::transformer_name<Options...>("TransformerDecoderLayer", Width, Heads, Hidden);
  }

 private:
  template <class X>
  auto feed(const X& x) const {
    return linear2(detail::ActivationIn<Options...>::value(linear1(x)));
  }
};

}  // namespace shapeproof
