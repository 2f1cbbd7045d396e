// SPDX-License-Identifier: BSL-1.0
// What do losses and metrics of classes say of what only run time knows, and do metrics count right?
#include <cmath>

#include <shapeproof/nn/metrics.hpp>
#include <shapeproof/ops/equal.hpp>

#include "../catch.hpp"
#include "../samples.hpp"

using namespace shapeproof;
using samples::shape_error;

namespace {

constexpr auto N = axis("N"), C = axis("C");

const Tensor<float, Shape<4, 3>> scores{{3, 2, 1}, {1, 2, 3}, {1, 3, 2}, {2, 2, 1}};

}  // namespace

TEST_CASE("an id that is no class is refused with its place") {
  const Tensor<int, Shape<4>> ids{0, 1, 3, 2};
  CHECK(shape_error([&] { cross_entropy(scores, ids); }) ==
        "cross_entropy: the id at [2] is 3, ids of 3 classes are 0 to 2");
  const Tensor<std::int64_t, Shape<4>> negative{0, -1, 1, 2};
  CHECK(shape_error([&] { nll_loss(scores, negative); }) ==
        "nll_loss: the id at [1] is -1, ids of 3 classes are 0 to 2");
  CHECK(shape_error([&] { accuracy(scores, negative); }) ==
        "accuracy: the id at [1] is -1, ids of 3 classes are 0 to 2");
  const Tensor<std::uint64_t, Shape<4>> huge{0, 1, 2, 18446744073709551516U};
  CHECK(shape_error([&] { cross_entropy(scores, huge); }) ==
        "cross_entropy: the id at [3] is 18446744073709551516, ids of 3 classes are 0 to 2");
}

TEST_CASE("samples that are all ignored have no mean, and no loss") {
  const Tensor<int, Shape<4>> ids{-100, -100, -100, -100};
  CHECK(std::isnan(cross_entropy(scores, ids)()));
  CHECK(cross_entropy(scores, ids, reduction::sum)() == 0);
}

TEST_CASE("label smoothing is a part of 1") {
  const Tensor<int, Shape<4>> ids{0, 1, 2, 2};
  CHECK(shape_error([&] { cross_entropy(scores, ids, CrossEntropyOptions{.label_smoothing = 1.5}); }) ==
        "cross_entropy: label_smoothing is not between 0 and 1");
}

TEST_CASE("losses and metrics take a named batch, and compare it") {
  const auto x = zeros<float, Shape<N, 2>>(3);
  CHECK(cross_entropy(x, zeros<int, Shape<N>>(3))() == Approx(std::log(2.0)));
  CHECK(shape_error([&] { cross_entropy(x, zeros<int, Shape<N>>(4)); }) ==
        "cross_entropy: the prediction is Shape<N(3), 2> with classes on axis 1, so ids are wanted as Shape<N(3)>; the "
        "target "
        "is Shape<N(4)>");
  CHECK(accuracy(x, zeros<int, Shape<N>>(3)) == 1);
  CHECK(shape_error([&] { accuracy(DynamicTensor<float>({0, 3}), DynamicTensor<int>(ShapeValue(0))); }) ==
        "accuracy: axis 0 is 0; accuracy of no elements is not defined");
}

TEST_CASE("accuracy counts the largest score, the first of equal ones") {
  CHECK(accuracy(scores, Tensor<int, Shape<4>>{0, 2, 1, 0}) == 1);
  CHECK(accuracy(scores, Tensor<int, Shape<4>>{0, 2, 1, 1}) == 0.75);
  CHECK(accuracy(scores, Tensor<int, Shape<4>>{1, 1, 0, 2}) == 0);
  CHECK(top_k_accuracy<2>(scores, Tensor<std::uint8_t, Shape<4>>{1, 1, 0, 1}) == 0.75);
  CHECK(top_k_accuracy<3>(scores, Tensor<int, Shape<4>>{2, 0, 0, 2}) == 1);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK(accuracy(Tensor<float, Shape<2, 2>>{{nan, 1}, {1, nan}}, Tensor<int, Shape<2>>{0, 0}) == 0);
}

TEST_CASE("accuracy takes classes on axis 1, whatever follows") {
  const Tensor<int, Shape<1, 2, 3>> x{{{1, 5, 0}, {2, 4, 3}}};
  CHECK(accuracy(x, Tensor<int, Shape<1, 3>>{{1, 0, 1}}) == 1);
  CHECK(accuracy(x, Tensor<int, Shape<1, 3>>{{0, 0, 1}}) == Approx(2.0 / 3));
}

TEST_CASE("a confusion matrix has a row for each class that is, a column for each that was predicted") {
  const Tensor<int, Shape<5>> predicted{0, 1, 1, 2, 0};
  const Tensor<std::uint8_t, Shape<5>> actual{0, 1, 2, 2, 2};
  const Tensor<std::int64_t, Shape<3, 3>> wanted{{1, 0, 0}, {0, 1, 0}, {1, 1, 1}};
  CHECK(confusion_matrix<3>(predicted, actual) == wanted);
  CHECK(confusion_matrix<C>(predicted, actual, 3) == wanted);
  CHECK(confusion_matrix<3>(DynamicTensor<int>(predicted), actual) == wanted);
  CHECK(shape_error([&] { confusion_matrix<2>(predicted, actual); }) ==
        "confusion_matrix (predicted): the id at [3] is 2, ids of 2 classes are 0 to 1");
  CHECK(shape_error([&] { confusion_matrix<2>(Tensor<int, Shape<1>>{0}, Tensor<int, Shape<1>>{-1}); }) ==
        "confusion_matrix (target): the id at [0] is -1, ids of 2 classes are 0 to 1");
}
