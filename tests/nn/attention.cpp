// SPDX-License-Identifier: BSL-1.0
// Do attention and transformer layers compute what PyTorch's compute, with every kind of mask?
#include <algorithm>
#include <cmath>

#include <shapeproof/nn/transformer.hpp>
#include <shapeproof/ops/compare.hpp>

#include "../catch.hpp"
#include "../samples.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;
using samples::shape_error;
using torch_vectors::agrees;
using torch_vectors::floats;

namespace {

constexpr auto N = axis("N"), S = axis("S"), L = axis("L");
using Attention = MultiHeadAttention<8, 2>;

const auto x = floats<Shape<2, 3, 8>>(1000);
const auto memory = floats<Shape<2, 5, 8>>(1001);
const auto other = floats<Shape<2, 5, 8>>(1002);
const Tensor<bool, Shape<2, 5>> padding{{false, false, true, false, true}, {false, false, false, false, false}};

Tensor<bool, Shape<3, 5>> some_masked() {
  auto mask = gt(floats<Shape<3, 5>>(1003), 0);
  for (int row = 0; row < 3; ++row) mask(row, 0) = false;
  return mask;
}

template <class X>
float difference(const X& left, const X& right) {
  float largest = 0;
  for (std::int64_t i = 0; i < left.element_count(); ++i) {
    largest = std::max(largest, std::abs(left.data()[i] - right.data()[i]));
  }
  return largest;
}

}  // namespace

TEST_CASE("MultiHeadAttention is PyTorch's, of one sequence and of several") {
  CHECK(agrees<Attention>("attention self", [](const auto& attention) { return attention(x); }));
  CHECK(agrees<Attention>("attention self", [](const auto& attention) { return attention(x, x, x); }));
  CHECK(agrees<Attention>("attention causal", [](const auto& attention) { return attention(x, causal); }));
  CHECK(agrees<Attention>("attention cross", [](const auto& attention) { return attention(x, memory, other); }));
  CHECK(agrees<Attention>("attention memory", [](const auto& attention) { return attention(x, memory, memory); }));
}

TEST_CASE("masks of MultiHeadAttention are PyTorch's") {
  const auto masked = some_masked();
  const auto added = floats<Shape<3, 5>>(1004);
  CHECK(agrees<Attention>("attention masked",
                          [&](const auto& attention) { return attention(x, memory, other, masked); }));
  CHECK(
      agrees<Attention>("attention added", [&](const auto& attention) { return attention(x, memory, other, added); }));
  CHECK(agrees<Attention>("attention padded",
                          [&](const auto& attention) { return attention(x, memory, other, key_padding(padding)); }));
  CHECK(agrees<Attention>("attention both", [&](const auto& attention) {
    return attention(x, memory, other, masked, key_padding(padding));
  }));
}

TEST_CASE("MultiHeadAttention takes named and run-time shapes") {
  const Tensor<float, Shape<N, L, 8>> named = x;
  const Tensor<float, Shape<N, S, 8>> keys = memory;
  CHECK(agrees<Attention>("attention self", [&](const auto& attention) { return attention(named); }));
  CHECK(agrees<Attention>("attention self", [&](const auto& attention) { return attention(DynamicTensor<float>(x)); }));
  CHECK(agrees<Attention>("attention memory", [&](const auto& attention) { return attention(named, keys, keys); }));
  CHECK(agrees<Attention>("attention padded", [&](const auto& attention) {
    return attention(DynamicTensor<float>(x), memory, other, key_padding(DynamicTensor<bool>(padding)));
  }));
}

TEST_CASE("MultiHeadAttention says what does not fit at run time") {
  const Attention attention;
  CHECK(shape_error([&] { attention(DynamicTensor<float>({2, 3, 7})); }) ==
        "MultiHeadAttention<8, 2>: the last axis of the query holds 7 features, 8 are wanted");
  CHECK(shape_error([&] { attention(x, DynamicTensor<float>({3, 5, 8}), memory); }) ==
        "MultiHeadAttention<8, 2>: axis 0 of the query is 2, axis 0 of the key is 3; they must be equal");
  CHECK(shape_error([&] { attention(x, DynamicTensor<bool>({3, 4})); }) ==
        "MultiHeadAttention<8, 2>: axis 1 of the key is 3, axis 1 of the mask is 4; they must be equal");
}

TEST_CASE("attention of nothing is nothing") {
  const Attention attention;
  CHECK(attention(DynamicTensor<float>({0, 3, 8})).element_count() == 0);
  CHECK(attention(DynamicTensor<float>({2, 0, 8})).element_count() == 0);
}

TEST_CASE("transformer layers are PyTorch's") {
  CHECK(agrees<TransformerEncoderLayer<8, 2, 16>>("encoder", [](const auto& layer) { return layer(x); }));
  CHECK(agrees<TransformerEncoderLayer<8, 2, 16, NormFirst, gelu>>("encoder norm first",
                                                                   [](const auto& layer) { return layer(x, causal); }));
  CHECK(agrees<TransformerDecoderLayer<8, 2, 16>>("decoder", [](const auto& layer) { return layer(x, memory); }));
  CHECK(agrees<TransformerDecoderLayer<8, 2, 16, gelu, NormFirst>>(
      "decoder norm first", [](const auto& layer) { return layer(x, memory, causal); }));
}

TEST_CASE("transformer layers take named and run-time shapes, and speak for themselves") {
  const Tensor<float, Shape<N, L, 8>> named = x;
  const Tensor<float, Shape<N, S, 8>> keys = memory;
  CHECK(agrees<TransformerEncoderLayer<8, 2, 16>>("encoder", [&](const auto& layer) { return layer(named); }));
  CHECK(agrees<TransformerDecoderLayer<8, 2, 16>>("decoder", [&](const auto& layer) { return layer(named, keys); }));
  CHECK(agrees<TransformerDecoderLayer<8, 2, 16>>(
      "decoder", [&](const auto& layer) { return layer(DynamicTensor<float>(x), keys); }));
  const TransformerDecoderLayer<8, 2, 16, NormFirst> layer;
  CHECK(shape_error([&] { layer(named, DynamicTensor<float>({2, 5, 7})); }) ==
        "MultiHeadAttention<8, 2>: the last axis of the key holds 7 features, 8 are wanted");
}

TEST_CASE("attention drops weights in training: in the mean it is what is inferred") {
  const auto attention = torch_vectors::filled<MultiHeadAttention<8, 2, Fraction{1, 4}>>();
  const auto inferred = attention(x, memory, memory, key_padding(padding));
  Random random(1);
  auto mean = zeros_like(inferred);
  constexpr int draws = 4000;
  for (int i = 0; i < draws; ++i) {
    mean += attention.training(x, memory, memory, random, key_padding(padding)) * (1.0F / draws);
  }
  CHECK(difference(mean, inferred) < 0.03F);
}

TEST_CASE("each head's look at one place is dropped, or made up for the others") {
  // With one place in memory each weight is 1: heads copy what was projected of it.
  MultiHeadAttention<2, 2, Fraction{1, 4}> attention;
  fill_with(attention.in_proj_weight, 1.0F);
  attention.out_proj.weight = Tensor<float, Shape<2, 2>>{{1, 0}, {0, 1}};
  Random random(3);
  const auto y = attention.training(Tensor<float, Shape<1, 500, 2>>(), Tensor<float, Shape<1, 1, 2>>{{{1, 2}}},
                                    Tensor<float, Shape<1, 1, 2>>{{{1, 2}}}, random);
  int dropped = 0;
  for (const float value : y) {
    CHECK((value == 0.0F || value == Approx(3 / 0.75)));
    dropped += value == 0.0F ? 1 : 0;
  }
  CHECK(dropped > 200);
  CHECK(dropped < 300);
}

TEST_CASE("transformer layers drop in training, and only there") {
  const TransformerEncoderLayer<8, 2, 16, Fraction{0, 1}> keeps;
  const TransformerEncoderLayer<8, 2, 16> drops;
  const TransformerDecoderLayer<8, 2, 16, Fraction{0, 1}, NormFirst> decoder;
  Random random(1), again(1);
  CHECK(difference(keeps.training(x, random), keeps(x)) < 1e-5F);
  CHECK(difference(decoder.training(x, memory, random, causal), decoder(x, memory, causal)) < 1e-5F);
  CHECK(difference(drops(x), keeps(x)) < 1e-5F);
  random = Random(1);
  const auto trained = drops.training(x, random, causal);
  CHECK(difference(trained, drops(x, causal)) > 0.1F);
  CHECK(difference(trained, drops.training(x, again, causal)) < 1e-5F);
  const Tensor<float, Shape<N, L, 8>> named = x;
  const Tensor<float, Shape<N, L, 8>> trained_named = drops.training(named, random);
  CHECK(trained_named.element_count() == x.element_count());
}
