// SPDX-License-Identifier: BSL-1.0
// Two directions make twice as many features.
// expect: Linear<64, 9>: the last axis holds 128 features, 64 are wanted; Linear<128, 9> would fit
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), L = axis("L");
struct Tagger {
  Embedding<1000, 32> embedding;
  LSTM<32, 64, Bidirectional, Sequence<N, L>> lstm;
  Linear<BAD_OR_GOOD(64, 128), 9> tags;

  auto operator()(const Tensor<std::int64_t, Shape<N, L>>& words) const {
    auto y = lstm(embedding(words));
    return tags(y);  // error here
  }
};
