// SPDX-License-Identifier: BSL-1.0
// Do layers of sequences stand in a row, with what one makes inferred by the next?
#include <sstream>

#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/nn/sequential.hpp>
#include <shapeproof/nn/specifications.hpp>
#include <shapeproof/nn/summary.hpp>
#include <shapeproof/nn/transformer.hpp>
#include <shapeproof/ops/equal.hpp>

#include "../catch.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), L = axis("L");

using Row = Sequential<Shape<N, L, 8>, LSTM<8, 4, Bidirectional>, TransformerEncoderLayer<8, 2, 16>, Linear<8, 3>>;
static_assert(Row::output_shape == Shape<N, L, 3>{});
// Four tensors for each direction; attention, two Linear and two LayerNorm; one Linear.
static_assert(parameter_count<Row> == 2 * (16 * 8 + 16 * 4 + 16 + 16) +
                                          (24 * 8 + 24 + 8 * 8 + 8 + 16 * 8 + 16 + 8 * 16 + 8 + 4 * 8) + (3 * 8 + 3));

}  // namespace

TEST_CASE("layers of sequences stand in a row") {
  const auto row = torch_vectors::filled<Row>();
  const Tensor<float, Shape<N, L, 8>> x = torch_vectors::floats<Shape<2, 5, 8>>(1000);
  const Tensor<float, Shape<N, L, 3>> made = row(x);
  CHECK(made == row.layer<2>()(row.layer<1>()(row.layer<0>()(x))));
}

TEST_CASE("a Linear behind an LSTM takes as many features as its directions make") {
  const auto row = sequential<Shape<N, L, 8>>(LSTM<8, 4, Bidirectional>(), linear<3>);
  static_assert(row.output_shape == Shape<N, L, 3>{});
  static_assert(std::is_same_v<std::remove_cvref_t<decltype(row.layer<1>())>, Linear<8, 3>>);
  CHECK(row(zeros<float, Shape<N, L, 8>>(2, 5)).element_count() == 30);
}

TEST_CASE("layers of sequences have their own names in a row") {
  Row row;
  std::string names;
  for_each_parameter(row, [&](std::string_view name, auto&) { (names += name) += ' '; });
  CHECK(names.find("0.weight_ih_l0 0.weight_hh_l0 0.bias_ih_l0 0.bias_hh_l0 0.weight_ih_l0_reverse ") == 0);
  CHECK_THAT(names,
             ContainsSubstring("1.self_attn.in_proj_weight 1.self_attn.in_proj_bias 1.self_attn.out_proj.weight "));
}

TEST_CASE("a summary counts what gates, projections and scores multiply") {
  std::ostringstream table;
  table << summary(Row{}, Shape<N, L, 8>{});
  CHECK_THAT(table.str(), ContainsSubstring(" 384*L*N"));  // 4 * 4 * (8 + 4) for each direction
  CHECK_THAT(table.str(),
             ContainsSubstring(" 16*L*L*N+512*L*N"));  // 2 * 8 for each pair, 4 * 8 * 8 + 2 * 8 * 16 for each
}
