// SPDX-License-Identifier: BSL-1.0
// Heads that do not divide the width.
// expect: MultiHeadAttention<64, 12>: 12 heads do not divide a width of 64; 8 or 16 would
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
  MultiHeadAttention<64, BAD_OR_GOOD(12, 8)> attn;  // error here
  Linear<64, 256> fc;
  Linear<256, 64> proj;
  Linear<64, 100, NoBias> head;

  using Ids = Tensor<std::int64_t, Shape<N, L>>;
  auto operator()(const Ids& ids, const Ids& places) const {
    auto x = wte(ids) + wpe(places);
    auto y = x + attn(norm(x), causal);
    return head(y + proj(gelu(fc(y))));
  }
};
