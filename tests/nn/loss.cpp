// SPDX-License-Identifier: BSL-1.0
// What do losses say of what only run time knows? Where an element stands that is no probability, an extent that differs,
// an option out of range.
#include <shapeproof/nn/probability_loss.hpp>
#include <shapeproof/nn/regression_loss.hpp>

#include "../catch.hpp"
#include "../samples.hpp"

using namespace shapeproof;
using samples::shape_error;

namespace {

constexpr auto N = axis("N");

}  // namespace

TEST_CASE("a loss of tensors with a named batch compares the batches") {
  const auto prediction = zeros<float, Shape<N, 2>>(3);
  CHECK(mse_loss(prediction, ones<float, Shape<N, 2>>(3))() == 1);
  CHECK(mse_loss(prediction, ones<float, Shape<3, 2>>(), reduction::sum)() == 6);
  CHECK(shape_error([&] { mse_loss(prediction, ones<float, Shape<N, 2>>(4)); }) ==
        "mse_loss: axis 0 of the prediction is N(3), of the target it is N(4); they must be equal");
  CHECK(shape_error([&] { mse_loss(DynamicTensor<float>({3, 1}), DynamicTensor<float>(ShapeValue(3))); }) ==
        "mse_loss: the prediction is Shape<3, 1>, the target Shape<3>; losses never broadcast: squeeze<1> the "
        "prediction");
}

TEST_CASE("the mean of no losses is refused, their sum is 0") {
  const DynamicTensor<float> none({0, 2});
  CHECK(shape_error([&] { l1_loss(none, none); }) == "l1_loss: axis 0 is 0; l1_loss of no elements is not defined");
  CHECK(l1_loss(none, none, reduction::sum)() == 0);
  CHECK(l1_loss(none, none, reduction::none).element_count() == 0);
}

TEST_CASE("thresholds out of range are refused") {
  const Tensor<float, Shape<2>> x{1, 2};
  CHECK(shape_error([&] { smooth_l1_loss(x, x, -0.5); }) == "smooth_l1_loss: beta is -0.5; at least 0 is wanted");
  CHECK(shape_error([&] { huber_loss(x, x, 0); }) == "huber_loss: delta is 0; more than 0 is wanted");
}

TEST_CASE("what is no probability is refused with its place") {
  const Tensor<float, Shape<2, 2>> x{{0.5F, 1}, {0, 1.5F}};
  CHECK(shape_error([&] { binary_cross_entropy(x, x); }) ==
        "binary_cross_entropy: the prediction at [1, 1] is no probability, which are 0 to 1; "
        "binary_cross_entropy_with_logits takes other numbers");
  const Tensor<float, Shape<1>> nan{std::numeric_limits<float>::quiet_NaN()};
  CHECK(shape_error([&] { binary_cross_entropy(nan, nan); }) ==
        "binary_cross_entropy: the prediction at [0] is no probability, which are 0 to 1; "
        "binary_cross_entropy_with_logits takes other numbers");
}

TEST_CASE("half is a type of losses too") {
  const Tensor<half, Shape<2>> x{half(1.0F), half(3.0F)};
  const Tensor<half, Shape<2>> y{half(0.0F), half(1.0F)};
  CHECK(static_cast<float>(mse_loss(x, y)()) == 2.5F);
}
