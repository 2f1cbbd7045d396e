// SPDX-License-Identifier: BSL-1.0
// Do models of sequences compute what they compute in PyTorch, with static and named axes?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/slice.hpp>

#include "../catch.hpp"
#include "../samples.hpp"
#include "allocations.hpp"
#include "models.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;
using models::N, models::L;
using torch_vectors::agrees;
using torch_vectors::ids;

namespace {

using Gpt = models::Gpt<11, 16, 8, 2, 2>;
using Tagger = models::Tagger<13, 4, 5, 3>;

}  // namespace

TEST_CASE("a small GPT is PyTorch's") {
  const auto words = ids<Shape<2, 7>>(1000, 11);
  const Tensor<std::int64_t, Shape<N, L>> named = words;
  CHECK(agrees<Gpt>("gpt", [&](const auto& model) {
    const Tensor<float, Shape<2, 7, 11>> scores = model(words);
    return scores;
  }));
  CHECK(agrees<Gpt>("gpt", [&](const auto& model) {
    const Tensor<float, Shape<N, L, 11>> scores = model(named);
    return scores;
  }));
}

TEST_CASE("a GPT says which id it does not know, and when a text is too long for it") {
  const Gpt model;
  CHECK(samples::shape_error([&] { model(Tensor<std::int64_t, Shape<1, 2>>{{3, 11}}); }) ==
        "Embedding<11, 8>: the index at [0, 1] is 11, axis 0 is 11; indices are 0 to 10");
  CHECK(samples::shape_error([&] { model(zeros<std::int64_t, Shape<N, L>>(1, 17)); }) ==
        "Embedding<16, 8>: the index at [0, 16] is 16, axis 0 is 16; indices are 0 to 15");
}

TEST_CASE("what a GPT says of a word depends on no later one") {
  const auto model = torch_vectors::filled<Gpt>();
  auto words = ids<Shape<1, 6>>(1000, 11);
  const auto before = model(words);
  words(0, 4) = (words(0, 4) + 1) % 11;
  const auto after = model(words);
  CHECK(slice<1, 0, 4>(before) == slice<1, 0, 4>(after));
  CHECK(!(slice<1, 4, 5>(before) == slice<1, 4, 5>(after)));
}

TEST_CASE("a bidirectional LSTM tagger is PyTorch's") {
  const auto words = ids<Shape<2, 6>>(1000, 13);
  const Tensor<std::int64_t, Shape<N, L>> named = words;
  CHECK(agrees<Tagger>("tagger", [&](const auto& model) {
    const Tensor<float, Shape<2, 6, 3>> scores = model(words);
    return scores;
  }));
  CHECK(agrees<Tagger>("tagger", [&](const auto& model) {
    const Tensor<float, Shape<N, L, 3>> scores = model(named);
    return scores;
  }));
}

TEST_CASE("the GPT and the tagger allocate once") {
  const auto words = ids<Shape<2, 6>>(1000, 11);
  const Tensor<std::int64_t, Shape<N, L>> named = words;
  const Gpt gpt;
  CHECK(allocations::only_first_allocates([&] { gpt(words); }));
  CHECK(allocations::only_first_allocates([&] { gpt(named); }));
  const Tagger tagger;
  CHECK(allocations::only_first_allocates([&] { tagger(words); }));
  CHECK(allocations::only_first_allocates([&] { tagger(named); }));
}
