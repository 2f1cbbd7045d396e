// SPDX-License-Identifier: BSL-1.0
// Which layer takes ids? Embedding<50257, 768> has a row of 768 numbers for each of 50257 ids.
//
//   Embedding<Count, Width>   ids [a, b] -> [a, b, width], weight [count, width]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/define_struct.hpp>

#include "../ops/embedding.hpp"
#include "init.hpp"
#include "layer.hpp"

namespace shapeproof {

// Embedding<Count, Width>: begins as PyTorch's does, normally distributed.
template <int Count, int Width>
struct Embedding : Layer<Embedding<Count, Width>> {
  BOOST_HANA_DEFINE_STRUCT(Embedding, (Tensor<float, Shape<Count, Width>>, weight));

  Embedding() {
    Random random(default_seed);
    initialize(random);
  }
  explicit Embedding(Random& random) { initialize(random); }
  void initialize(Random& random) { fill_normal(weight, 0, 1, random); }

  template <class I>
  auto forward(const I& ids) const -> decltype(embedding(ids, weight)) {
    return embedding(ids, weight);
  }

  static constexpr Sentence name() { return sentence_of("Embedding<", Count, ", ", Width, '>'); }
};

}  // namespace shapeproof
