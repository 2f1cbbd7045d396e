// SPDX-License-Identifier: BSL-1.0
// How does a model look around in a sequence? MultiHeadAttention<64, 4>: a width of 64, in 4 heads of 16. Batches come first.
//
//   attention(x)                   [n, t, w] -> [n, t, w]                          self-attention
//   attention(query, key, value)   [n, t, w], [n, s, w], [n, s, w] -> [n, t, w]    cross-attention
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/define_struct.hpp>

#include "../ops/attention.hpp"
#include "linear.hpp"
#include "shape_layers.hpp"

namespace shapeproof {
namespace detail {

template <int Width, int Heads>
struct HeadsDivide {
  constexpr Ruling operator()(Refusal* why) const { return heads_rule("attention", Width, Heads, why); }
};

template <int Width, int Heads>
struct AttentionHeads {
  static constexpr Sentence name() { return sentence_of("MultiHeadAttention<", Width, ", ", Heads, '>'); }
  static constexpr Sentence sentence = said_by(name(), WhyNot<HeadsDivide<Width, Heads>>::sentence, {});
};

// The error type where heads do not divide the width.
template <int Width, int Heads>
struct DividingHeads {
  using type = RefusedFor<AttentionHeads<Width, Heads>>;
};
template <int Width, int Heads>
  requires Holds<HeadsDivide<Width, Heads>>
struct DividingHeads<Width, Heads> {
  using type = NoError;
};

template <class... X>
inline constexpr bool are_three_operands = false;
template <Operand Q, Operand K, Operand V, class... Options>
inline constexpr bool are_three_operands<Q, K, V, Options...> = true;

}  // namespace detail

// MultiHeadAttention<Width, Heads>: torch.nn.MultiheadAttention with batch_first, its parameters, names and layout. Behind the
// operands may stand a mask [t, s], of bool (true where nobody looks) or float (added to the scores); key_padding(mask); causal.
// MultiHeadAttention<Width, Heads, Fraction{1, 10}> drops weights in training(x, random) with this probability.
template <int Width, int Heads, Fraction Probability = Fraction{0, 1}>
struct MultiHeadAttention : Layer<MultiHeadAttention<Width, Heads, Probability>> {
  BOOST_HANA_DEFINE_STRUCT(MultiHeadAttention, (Tensor<float, Shape<3 * Width, Width>>, in_proj_weight),
                           (Tensor<float, Shape<3 * Width>>, in_proj_bias), (Linear<Width, Width>, out_proj));

  MultiHeadAttention() {
    Random random(default_seed);
    initialize(random);
  }
  explicit MultiHeadAttention(Random& random) { initialize(random); }
  void initialize(Random& random) {
    out_proj.initialize(random);
    xavier_uniform(in_proj_weight, Width, 3 * Width, random);
    fill_with(in_proj_bias, 0.0F);
    fill_with(out_proj.bias, 0.0F);
  }

  template <class X, class... Options>
    requires(!detail::are_three_operands<X, std::remove_cvref_t<Options>...>)
  auto forward(const X& x, const Options&... options) const
      -> detail::AttentionOutcome<Width, Heads, X, X, X, Options...> {
    return detail::attention<Width, Heads>(parameters(), x, x, x, options...);
  }
  template <class Q, class K, class V, class... Options>
    requires detail::are_three_operands<Q, K, V>
  auto forward(const Q& query, const K& key, const V& value, const Options&... options) const
      -> detail::AttentionOutcome<Width, Heads, Q, K, V, Options...> {
    return detail::attention<Width, Heads>(parameters(), query, key, value, options...);
  }

  // Training: operands, the generator, and what else may stand behind operands.
  template <class X, class... Options>
  auto training(const X& x, Random& random, const Options&... options) const
      -> detail::LayerOutcome<MultiHeadAttention, const X&, const Options&..., detail::Dropping> {
    return (*this)(x, options..., dropping(random));
  }
  template <class Q, class K, class V, class... Options>
  auto training(const Q& query, const K& key, const V& value, Random& random, const Options&... options) const
      -> detail::LayerOutcome<MultiHeadAttention, const Q&, const K&, const V&, const Options&..., detail::Dropping> {
    return (*this)(query, key, value, options..., dropping(random));
  }

  static constexpr Sentence name() { return detail::AttentionHeads<Width, Heads>::name(); }

 private:
  static detail::Dropping dropping(Random& random) { return {random, Dropout<Probability>::kept}; }
  [[nodiscard]] detail::AttentionParameters parameters() const {
    return {in_proj_weight.data(), in_proj_bias.data(), out_proj.weight.data(), out_proj.bias.data()};
  }
  // Naming the type is the error. Last: clang leaves out every member behind an assertion that fails.
  static_assert(sizeof(typename detail::DividingHeads<Width, Heads>::type) > 0);
};

}  // namespace shapeproof
