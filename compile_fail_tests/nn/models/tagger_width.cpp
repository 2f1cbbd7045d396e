// SPDX-License-Identifier: BSL-1.0
// An LSTM takes the width of the embedding.
// expect: LSTM<64, 64, Bidirectional, Sequence<N, L>>: the last axis of the input holds 32 features, 64 are wanted; LSTM<32, 64, Bidirectional, Sequence<N, L>> would fit
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), L = axis("L");
struct Tagger {
  Embedding<1000, 32> embedding;
  LSTM<BAD_OR_GOOD(64, 32), 64, Bidirectional, Sequence<N, L>> lstm;
  Linear<128, 9> tags;

  auto operator()(const Tensor<std::int64_t, Shape<N, L>>& words) const {
    auto y = lstm(embedding(words));  // error here
    return tags(y);
  }
};
