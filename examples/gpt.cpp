// SPDX-License-Identifier: BSL-1.0
// A model of sequences: a small GPT. Batch and time are named axes, so that one is never taken for the other; the heads divide
// the width, or the type does not compile.
#include <array>
#include <cmath>
#include <iostream>

#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/parameters.hpp>
#include <shapeproof/nn/transformer.hpp>
#include <shapeproof/shapeproof.hpp>

// [model]
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T");

template <int Width, int Heads>
struct Block {
  BOOST_HANA_DEFINE_STRUCT(Block, (LayerNorm<Width>, ln_1), (MultiHeadAttention<Width, Heads>, attn),
                           (LayerNorm<Width>, ln_2), (Linear<Width, 4 * Width>, c_fc),
                           (Linear<4 * Width, Width>, c_proj));

  template <class X>
  auto operator()(const X& x) const {
    const auto attended = x + attn(ln_1(x), causal);
    return attended + c_proj(gelu(c_fc(ln_2(attended))));
  }
};

template <int Words, int Context, int Width, int Heads, int Depth>
struct Gpt {
  using Blocks = std::array<Block<Width, Heads>, Depth>;
  BOOST_HANA_DEFINE_STRUCT(Gpt, (Embedding<Words, Width>, wte), (Embedding<Context, Width>, wpe), (Blocks, h),
                           (LayerNorm<Width>, ln_f), (Linear<Width, Words, NoBias>, lm_head));

  Tensor<float, Shape<N, T, Words>> operator()(const Tensor<std::int64_t, Shape<N, T>>& words) const {
    auto x = wte(words) + wpe(cumsum<1>(ones_like(words)) - 1);  // places are 0, 1, 2, ...
    for (const auto& block : h) x = block(x);
    return lm_head(ln_f(x));
  }
};
// [model]

int main() {
  const Gpt<256, 32, 64, 4, 2> model;
  std::cout << parameter_count<Gpt<256, 32, 64, 4, 2>> << " parameters\n";

  // One word after the other: each time the most likely one.
  auto text = zeros<std::int64_t, Shape<N, T>>(1, 1);
  text(0, 0) = 'T';
  for (int i = 0; i < 8; ++i) {
    const auto scores = model(text);
    const auto next = argmax<1>(select<1>(scores, scores.extent<1>() - 1));
    // The text is longer by one: T is another number from here on.
    text = as<Shape<N, T>>(DynamicTensor<std::int64_t>(concat<1>(text, unsqueeze<1>(next))));
  }
  for (const std::int64_t word : text) std::cout << word << ' ';
  std::cout << '\n';

  // What is said of the first words does not change with what follows.
  const auto all = model(text);
  const auto some = model(as<Shape<N, T>>(DynamicTensor<std::int64_t>(slice<1, 0, 4>(text))));
  bool is_causal = true;
  for (int t = 0; t < 4; ++t) {
    for (int word = 0; word < 256; ++word)
      is_causal = is_causal && std::abs(all(0, t, word) - some(0, t, word)) < 1e-4F;
  }
  return text.extent<1>() == 9 && is_causal ? 0 : 1;
}
