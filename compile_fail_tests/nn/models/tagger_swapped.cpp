// SPDX-License-Identifier: BSL-1.0
// Batch and time are swapped, as in PyTorch without batch_first.
// expect: LSTM<32, 64, Bidirectional, Sequence<N, L>>: axis 0 of the input is L, the batch is N; permute<1, 0, 2>(x) would fit
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/recurrent.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), L = axis("L");
struct Tagger {
  Embedding<1000, 32> embedding;
  LSTM<32, 64, Bidirectional, Sequence<N, L>> lstm;
  Linear<128, 9> tags;

  auto operator()(const Tensor<std::int64_t, Shape<BAD(L, N) GOOD(N, L)>>& words) const {
    auto y = lstm(embedding(words));  // error here
    return tags(y);
  }
};
