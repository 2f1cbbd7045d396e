// SPDX-License-Identifier: BSL-1.0
// Is linear x times the weight's transpose, plus the bias: for every kind of shape and element?
#include <shapeproof/convert.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/linear.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N"), T = axis("T");

// By loops, in double.
template <class X, class W>
std::vector<double> by_hand(const X& x, const W& weight, const std::vector<double>& bias) {
  const auto in = static_cast<std::size_t>(weight.extents()[1]);
  const auto out = static_cast<std::size_t>(weight.extents()[0]);
  std::vector<double> result;
  for (std::size_t row = 0; row < static_cast<std::size_t>(x.element_count()) / in; ++row) {
    for (std::size_t j = 0; j < out; ++j) {
      double sum = bias.empty() ? 0 : bias[j];
      for (std::size_t p = 0; p < in; ++p) {
        sum += static_cast<double>(x.data()[row * in + p]) * static_cast<double>(weight.data()[j * in + p]);
      }
      result.push_back(sum);
    }
  }
  return result;
}

template <class T>
void check_type() {
  const auto x = counted<T, Shape<N, 5>>(3);
  const auto weight = counted<T, Shape<4, 5>>();
  const auto bias = counted<T, Shape<4>>();
  const auto y = linear<>(x, weight, bias);
  const std::vector<double> expected = by_hand(x, weight, {0, 1, 2, 3});
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(static_cast<double>(y.data()[i]) == expected[i]);
  CHECK(elements_of(linear<>(DynamicTensor<T>(x), DynamicTensor<T>(weight), bias)) == elements_of(y));
}

constexpr bool in_constant_expressions() {
  const Tensor<float, Shape<2, 2>> x{{1, 2}, {3, 4}};
  const Tensor<float, Shape<1, 2>> weight{{5, 6}};
  const Tensor<float, Shape<1>> bias{7};
  const auto y = linear<>(x, weight, bias);
  return y(0, 0) == 24 && y(1, 0) == 46;
}
static_assert(in_constant_expressions());

}  // namespace

TEST_CASE("linear of each element type") {
  check_type<float>();
  check_type<double>();
  check_type<half>();
}

TEST_CASE("linear keeps the axes in front, also where there are none or no element") {
  const auto weight = counted<float, Shape<4, 5>>();
  const auto x = counted<float, Shape<N, T, 5>>(2, 3);
  const auto y = linear<>(x, weight);
  static_assert(std::is_same_v<decltype(y), const Tensor<float, Shape<N, T, 4>>>);
  const std::vector<double> expected = by_hand(x, weight, {});
  CHECK(std::vector<double>(y.begin(), y.end()) == expected);
  CHECK(elements_of(linear<>(counted<float, Shape<5>>(), weight)) == std::vector<float>{30, 80, 130, 180});
  CHECK(linear<>(zeros<float, Shape<dyn, 5>>(0), weight).extent<0>() == 0);
}

TEST_CASE("linear of large operands") {
  const auto x = full<float, Shape<N, 300>>(0.5F, 70);
  const auto weight = full<float, Shape<200, 300>>(2.0F);
  const auto bias = full<float, Shape<200>>(1.0F);
  const auto y = linear<>(x, weight, bias);
  for (const float element : y) REQUIRE(element == 301);
}

TEST_CASE("linear_into writes where it is told, and what does not fit is thrown") {
  const auto x = counted<float, Shape<N, 5>>(3);
  const auto weight = counted<float, Shape<4, 5>>();
  auto out = zeros<float, Shape<3, 4>>();
  linear_into(out, as<Shape<3, 5>>(x), weight);
  CHECK(elements_of(out) == elements_of(linear<>(x, weight)));
  CHECK(shape_error([&] { linear<>(DynamicTensor<float>(ShapeValue{3, 6}), weight); }) ==
        "linear: the last axis holds 6 features, 5 are wanted");
}
