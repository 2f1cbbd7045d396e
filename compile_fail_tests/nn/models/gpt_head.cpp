// SPDX-License-Identifier: BSL-1.0
// The last layer takes the width of the hidden layer.
// expect: Linear<256, 100, NoBias>: the last axis holds 64 features, 256 are wanted; Linear<64, 100, NoBias> would fit
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/norm.hpp>
#include <shapeproof/nn/transformer.hpp>
#include <shapeproof/ops/activation.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), L = axis("L");
struct Gpt {
  Embedding<100, 64> wte;
  Embedding<32, 64> wpe;
  LayerNorm<64> norm;
  MultiHeadAttention<64, 4> attn;
  Linear<64, 256> fc;
  Linear<256, 64> proj;
  Linear<BAD_OR_GOOD(256, 64), 100, NoBias> head;

  using Ids = Tensor<std::int64_t, Shape<N, L>>;
  auto operator()(const Ids& ids, const Ids& places) const {
    auto x = wte(ids) + wpe(places);
    auto y = x + attn(norm(x), causal);
    return head(y + proj(gelu(fc(y))));  // error here
  }
};
