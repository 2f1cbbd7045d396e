// SPDX-License-Identifier: BSL-1.0
// Do recurrent layers compute what PyTorch's compute, outputs and states?
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/slice.hpp>

#include "../catch.hpp"
#include "../samples.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;
using samples::shape_error;
using torch_vectors::agrees;
using torch_vectors::floats;

namespace {

constexpr auto N = axis("N"), S = axis("S");

const auto x = floats<Shape<2, 5, 3>>(1000);
const auto h = floats<Shape<4, 2, 4>>(1001);
const auto c = floats<Shape<4, 2, 4>>(1002);

template <class Layer, class... States>
void check_states(const std::string& name, const States&... begin) {
  INFO(name);
  const auto wanted = torch_vectors::case_of(name);
  const auto layer = torch_vectors::filled<Layer>();
  const auto states = layer.with_state(x, begin...);
  REQUIRE(wanted.results.size() >= 2);
  CHECK(torch_vectors::is_close(states.output, wanted.results[0], 1e-5));
  CHECK(torch_vectors::is_close(states.state, wanted.results[1], 1e-5));
  if constexpr (requires { states.memory; }) CHECK(torch_vectors::is_close(states.memory, wanted.results.at(2), 1e-5));
}

const auto padded = floats<Shape<3, 5, 3>>(1000);
const Tensor<std::int64_t, Shape<3>> lengths{2, 5, 1};

template <class Layer, class X, class Lengths>
void check_packed(const std::string& name, const X& input, const Lengths& steps) {
  INFO(name);
  const auto wanted = torch_vectors::case_of(name);
  const auto states = torch_vectors::filled<Layer>().packed(input, steps);
  REQUIRE(wanted.results.size() >= 2);
  CHECK(torch_vectors::is_close(states.output, wanted.results[0], 1e-5));
  CHECK(torch_vectors::is_close(states.state, wanted.results[1], 1e-5));
  if constexpr (requires { states.memory; }) CHECK(torch_vectors::is_close(states.memory, wanted.results.at(2), 1e-5));
}

template <class Layer>
void check(const std::string& name) {
  INFO(name);
  CHECK(agrees<Layer>(name, [](const auto& layer) { return layer(x); }));
  const Tensor<float, Shape<N, S, 3>> named = x;
  CHECK(agrees<Layer>(name, [&](const auto& layer) { return layer(named); }));
  CHECK(agrees<Layer>(name, [](const auto& layer) { return layer(DynamicTensor<float>(x)); }));
  check_states<Layer>(name);
}

}  // namespace

TEST_CASE("RNN is PyTorch's") {
  check<RNN<3, 4>>("rnn");
  check<RNN<3, 4, relu, NoBias>>("rnn relu");
  check_states<RNN<3, 4, NumLayers<2>, Bidirectional>>("rnn two", h);
}

TEST_CASE("LSTM is PyTorch's") {
  check<LSTM<3, 4>>("lstm");
  check<LSTM<3, 4, NumLayers<3>>>("lstm three");
  check_states<LSTM<3, 4, Bidirectional, NumLayers<2>>>("lstm two", h, c);
}

TEST_CASE("GRU is PyTorch's") {
  check<GRU<3, 4>>("gru");
  check<GRU<3, 4, NoBias>>("gru no bias");
  check_states<GRU<3, 4, NumLayers<2>, Bidirectional>>("gru two", h);
}

TEST_CASE("sequences of a batch may end before the longest, as PyTorch's packed ones") {
  const Tensor<float, Shape<N, S, 3>> named = padded;
  const Tensor<std::int64_t, Shape<N>> each = lengths;
  check_packed<RNN<3, 4>>("rnn packed", padded, lengths);
  check_packed<LSTM<3, 4, NumLayers<2>, Bidirectional>>("lstm packed", padded, lengths);
  check_packed<LSTM<3, 4, NumLayers<2>, Bidirectional>>("lstm packed", named, each);
  check_packed<GRU<3, 4, Bidirectional>>("gru packed", DynamicTensor<float>(padded), lengths);
}

TEST_CASE("a recurrent layer says which length is none, or that there are too few") {
  const GRU<3, 4> gru;
  CHECK(shape_error([&] { gru.packed(padded, Tensor<std::int64_t, Shape<3>>{2, 5, 0}); }) ==
        "GRU<3, 4>: the length at [2] is 0, the time is 5; lengths are 1 to 5");
  CHECK(shape_error([&] { gru.packed(padded, Tensor<std::int64_t, Shape<3>>{2, 6, 1}); }) ==
        "GRU<3, 4>: the length at [1] is 6, the time is 5; lengths are 1 to 5");
  CHECK(shape_error([&] { gru.packed(padded, DynamicTensor<std::int64_t>(ShapeValue(2))); }) ==
        "GRU<3, 4>: the lengths are Shape<2>, Shape<3> is wanted: one for each sequence of the batch");
}

TEST_CASE("a recurrent layer may be told its batch and time axes") {
  const LSTM<3, 4, Sequence<N, S>> lstm;
  const Tensor<float, Shape<N, S, 3>> named = x;
  const Tensor<float, Shape<N, S, 4>> output = lstm(named);
  CHECK(output == lstm(x));
}

TEST_CASE("states that are given are not changed") {
  const LSTM<3, 4, NumLayers<2>, Bidirectional> lstm;
  const auto before = h;
  const auto states = lstm.with_state(x, h, h);
  CHECK(h == before);
  CHECK(!(states.state == states.memory));
}

TEST_CASE("a sequence that is cut in two goes on where it stopped") {
  const auto lstm = torch_vectors::filled<LSTM<3, 4>>();
  const auto whole = lstm.with_state(x);
  const auto first = lstm.with_state(slice<1, 0, 2>(x));
  const auto second = lstm.with_state(slice<1, 2, 5>(x), first.state, first.memory);
  CHECK(second.state == whole.state);
  CHECK(second.memory == whole.memory);
  CHECK(second.output == slice<1, 2, 5>(whole.output));
}

TEST_CASE("recurrent layers say what does not fit at run time") {
  const LSTM<3, 4> lstm;
  CHECK(shape_error([&] { lstm(DynamicTensor<float>({2, 5, 4})); }) ==
        "LSTM<3, 4>: the last axis of the input holds 4 features, 3 are wanted; LSTM<4, 4> would fit");
  CHECK(shape_error([&] { lstm(DynamicTensor<float>({2, 5})); }) ==
        "LSTM<3, 4>: the input is Shape<2, 5>; a batch (axis 0), a time (axis 1) and 3 features (axis 2) are wanted");
  CHECK(shape_error([&] { lstm.with_state(x, DynamicTensor<float>({2, 2, 4})); }) ==
        "LSTM<3, 4>: the state is Shape<2, 2, 4>, Shape<1, 2, 4> is wanted: layers and directions, batch, features");
}

TEST_CASE("sequences of no step, and of no sample") {
  const GRU<3, 4> gru;
  CHECK(gru(DynamicTensor<float>({2, 0, 3})).element_count() == 0);
  CHECK(gru(DynamicTensor<float>({0, 5, 3})).element_count() == 0);
}

TEST_CASE("Embedding takes the rows that ids name") {
  Embedding<3, 2> layer;
  layer.weight = {{0, 1}, {2, 3}, {4, 5}};
  const Tensor<int, Shape<2, 2>> ids{{2, 0}, {1, 1}};
  const Tensor<float, Shape<2, 2, 2>> wanted{{{4, 5}, {0, 1}}, {{2, 3}, {2, 3}}};
  CHECK(layer(ids) == wanted);
  CHECK(layer(DynamicTensor<int>(ids)) == wanted);
  CHECK(shape_error([&] { layer(Tensor<std::int64_t, Shape<2>>{0, 3}); }) ==
        "Embedding<3, 2>: the index at [1] is 3, axis 0 is 3; indices are 0 to 2");
}
