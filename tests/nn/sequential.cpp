// SPDX-License-Identifier: BSL-1.0
// Is a Sequential its layers, one after the other: in values, in errors, in memory?
#include <array>
#include <set>

#include <shapeproof/nn.hpp>
#include <shapeproof/ops/equal.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N");

auto small_net() { return sequential<Shape<N, 4>>(linear<5>, relu, linear<3>); }

// A block of a user's own, which takes tensors alone and not what stands for them.
struct Doubled {
  template <auto B>
  auto operator()(const Tensor<float, Shape<B, 5>>& x) const {
    return x + x;
  }
};

using Blocks = std::array<Linear<4, 4>, 3>;
struct Tower {
  BOOST_HANA_DEFINE_STRUCT(Tower, (Blocks, blocks), (Linear<4, 2>, head));
  template <class X>
  auto operator()(const X& x) const {
    return head(relu(blocks[2](relu(blocks[1](relu(blocks[0](x)))))));
  }
};

}  // namespace

TEST_CASE("a sequence is its layers in order") {
  const auto net = small_net();
  const auto x = samples::counted<float, Shape<N, 4>>(2);
  const auto by_hand = net.layer<2>()(relu(net.layer<0>()(x)));
  CHECK(elements_of(net(x)) == elements_of(by_hand));
  CHECK(elements_of(net(as<Shape<2, 4>>(x))) == elements_of(by_hand));
  CHECK(elements_of(net(DynamicTensor<float>(x))) == elements_of(by_hand));
}

TEST_CASE("a layer that is given keeps its parameters, others are drawn from one stream") {
  Linear<4, 5> first;
  first.weight(0, 0) = 42;
  const auto net = sequential<Shape<N, 4>>(first, relu, linear<5>, linear<5>);
  CHECK(net.layer<0>().weight(0, 0) == 42);
  CHECK(elements_of(net.layer<2>().weight) != elements_of(net.layer<3>().weight));
  Random random(7);
  Random same(7);
  const auto other = sequential<Shape<N, 4>>(random, linear<5>, linear<5>);
  const auto again = sequential<Shape<N, 4>>(same, linear<5>, linear<5>);
  CHECK(elements_of(other.layer<1>().weight) == elements_of(again.layer<1>().weight));
  CHECK(elements_of(other.layer<0>().weight) != elements_of(net.layer<0>().weight));
  CHECK(random.position() == same.position());
}

TEST_CASE("models hold models, arrays of these, and blocks of users") {
  auto net = sequential<Shape<N, 4>>(Tower(), layers(linear<5>, Doubled()), small_net().layer<1>());
  static_assert(net.output_shape == Shape<N, 5>{});
  std::string names;
  for_each_parameter(net, [&](std::string_view name, auto&) { names += std::string(name) + ' '; });
  CHECK(names ==
        "0.blocks.0.weight 0.blocks.0.bias 0.blocks.1.weight 0.blocks.1.bias 0.blocks.2.weight 0.blocks.2.bias "
        "0.head.weight 0.head.bias 1.0.weight 1.0.bias ");
  static_assert(parameter_count<Tower> == 3 * 20 + 10);
  static_assert(parameter_count<decltype(net)> == 3 * 20 + 10 + 15);
  const auto x = samples::counted<float, Shape<N, 4>>(2);
  CHECK(net(x).extent<1>() == 5);
}

TEST_CASE("what is found at run time is said by the layer, with its place") {
  const auto net = small_net();
  const DynamicTensor<float> wide(ShapeValue{2, 6});
  CHECK(shape_error([&] { net.layer<0>()(wide); }) ==
        "Linear<4, 5>: the last axis holds 6 features, 4 are wanted; Linear<6, 5> would fit");
  CHECK(shape_error([&] { net(wide); }) ==
        "layer 0 (Linear<4, 5>): the last axis holds 6 features, 4 are wanted; Linear<6, 5> would fit");
  CHECK(shape_error([&] { net(zeros<float, Shape<N, dyn>>(2, 6)); }) ==
        "layer 0 (Linear<4, 5>): the last axis holds 6 features, 4 are wanted; Linear<6, 5> would fit");
  const auto nested = sequential<Shape<N, 4>>(relu, net);
  CHECK(shape_error([&] { nested(wide); }) ==
        "layer 1.0 (Linear<4, 5>): the last axis holds 6 features, 4 are wanted; Linear<6, 5> would fit");
  try {
    net(wide);
    FAIL("nothing was thrown");
  } catch (const ShapeError& error) {
    CHECK(error.axis() == 1);
    CHECK(error.found() == ShapeValue{2, 6});
  }
}

TEST_CASE("initialize draws a whole model, within PyTorch's bounds") {
  Tower tower;
  CHECK(elements_of(tower.blocks[0].weight) == elements_of(tower.blocks[1].weight));
  Random random(3);
  initialize(tower, random);
  CHECK(elements_of(tower.blocks[0].weight) != elements_of(tower.blocks[1].weight));
  const Conv2d<8, 16, 3, Groups<2>> conv(random);
  std::set<bool> signs;
  for (const float weight : conv.weight) {
    REQUIRE(std::abs(weight) <= 1 / 6.0F);  // 4 channels of 3 x 3: 1 / sqrt(36)
    signs.insert(weight > 0.1F);
    signs.insert(weight > -0.1F);
  }
  CHECK(signs.size() == 2);
  BatchNorm2d<4> norm;
  fill_with(norm.running_var, 9.0F);
  norm.num_batches_tracked() = 5;
  initialize(norm, random);
  CHECK(norm.running_var(0) == 1);
  CHECK(norm.num_batches_tracked() == 0);
}

TEST_CASE("Dropout drops in training alone, and keeps the mean") {
  const Dropout<Fraction{1, 4}> dropout;
  auto ones_of = ones<float, Shape<10000>>();
  CHECK(dropout(ones_of).data() == ones_of.data());
  Random random(1);
  const auto dropped = dropout.training(ones_of, random);
  std::int64_t zeros_count = 0;
  for (const float element : dropped) {
    if (element == 0) ++zeros_count;
    else REQUIRE(element == Approx(4.0 / 3));
  }
  CHECK(zeros_count == Approx(2500).margin(200));
}

TEST_CASE("a summary has a row for each layer, and counts") {
  using Net = decltype(sequential<Shape<N, 3, 8, 8>>(conv2d<4, 3>, relu, Flatten(), linear<2>));
  const Net net;
  constexpr auto rows = summary_of<Net, Shape<N, 3, 8, 8>>;
  static_assert(rows.rows.size() == 4);
  static_assert(rows.parameters == 4 * 27 + 4 + 144 * 2 + 2);
  static_assert(output_shapes<Net, Shape<5, 3, 8, 8>>[2] == Shape<5, 144>::value);
  static_assert(summary_of<Net, Shape<5, 3, 8, 8>>.multiply_adds.number == 5 * (36 * 4 * 27 + 144 * 2));
  static_assert(summary_of<ConvTranspose2d<2, 3, 2>, Shape<1, 2, 4, 4>>.multiply_adds.number == 2 * 16 * 3 * 4);
  CHECK(summary(net, Shape<N, 3, 8, 8>{}) ==
        "layer            output             parameters  multiply-adds\n"
        "Conv2d<3, 4, 3>  Shape<N, 4, 6, 6>         112         3888*N\n"
        "relu             Shape<N, 4, 6, 6>                          0\n"
        "Flatten<1, -1>   Shape<N, 144>               0              0\n"
        "Linear<144, 2>   Shape<N, 2>               290          288*N\n"
        "total                                      402         4176*N\n");
}
