// SPDX-License-Identifier: BSL-1.0
// Which matrices multiply, with which names? vectors.cpp compares the numbers with NumPy, properties.cpp with loops.
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reshape.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), K = axis("K"), B = axis("B");

TEST_CASE("matmul: names go where their axes go") {
  const auto left = counted<float, Shape<N, K>>(2, 3);
  const auto right = counted<float, Shape<K, 4>>(3);
  const auto product = matmul(left, right);
  static_assert(std::is_same_v<decltype(product), const Tensor<float, Shape<N, 4>>>);
  CHECK(product(1, 3) == 3 * 3 + 4 * 7 + 5 * 11);
  const auto batched = matmul(counted<float, Shape<B, 1, 2>>(5), counted<float, Shape<B, 2, N>>(5, 3));
  static_assert(std::is_same_v<decltype(batched), const Tensor<float, Shape<B, 1, N>>>);
  CHECK(batched(4, 0, 2) == 8 * 26 + 9 * 29);
}

TEST_CASE("matmul: one name holds one number, wherever it stands") {
  CHECK(shape_error([] { (void)matmul(counted<float, Shape<2, K>>(3), counted<float, Shape<K, 2>>(4)); }) ==
        "matmul: the left operand has K(3) columns, the right operand K(4) rows; they must be equal");
  CHECK(shape_error([] { (void)matmul(counted<float, Shape<N, 3>>(16), counted<float, Shape<3, N>>(15)); }) ==
        "matmul: axis 1 of the right operand is N(15), but the left operand says otherwise; a name holds one number");
  CHECK(matmul(counted<float, Shape<N, 3>>(2), counted<float, Shape<3, N>>(2)).element_count() == 4);
  CHECK(
      !shape_error([] { (void)matmul(counted<float, Shape<B, 2, 2>>(3), counted<float, Shape<B, 2, 2>>(2)); }).empty());
  CHECK(
      !shape_error([] { (void)matmul(counted<float, Shape<N, dyn>>(2, 3), counted<float, Shape<N, 2>>(2)); }).empty());
}

TEST_CASE("matmul: a DynamicTensor on either side") {
  const auto left = counted<int, Shape<2, 3>>();
  const DynamicTensor<int> right = counted<int, Shape<3, 2>>();
  CHECK(matmul(left, right) == Tensor<int, Shape<2, 2>>{{10, 13}, {28, 40}});
  CHECK(matmul(right, left).shape() == ShapeValue{3, 3});
  CHECK(shape_error([&] { (void)matmul(left, DynamicTensor<int>(left)); }) ==
        "matmul: the left operand has 3 columns, the right operand 2 rows; they must be equal");
  CHECK(matmul(right, DynamicTensor<int>(ShapeValue{2})).shape() == ShapeValue{3});
  CHECK(shape_error([&] { (void)matmul(right, DynamicTensor<int>(ShapeValue{})); }) ==
        "matmul: the right operand has rank 0; * multiplies with a scalar");
}

TEST_CASE("matmul: sums of half are kept as float") {
  // 1 and 2048 halves of 1: added up as half, they would stop at 2048.
  const auto ones = full<half, Shape<1, 2049>>(1);
  CHECK(matmul(ones, full<half, Shape<2049, 1>>(1))(0, 0) == 2048);  // 2049 rounds to even
  CHECK(matmul(full<half, Shape<1, 4000>>(1), full<half, Shape<4000, 1>>(1))(0, 0) == 4000);
}

TEST_CASE("matmul: with nothing to add, the sums are 0") {
  CHECK(matmul(Tensor<float, Shape<2, 0>>(), Tensor<float, Shape<0, 100>>()) == zeros<float, Shape<2, 100>>());
  CHECK(matmul(DynamicTensor<int>(ShapeValue{0, 3, 2}), DynamicTensor<int>(ShapeValue{0, 2, 5})).shape() ==
        ShapeValue{0, 3, 5});
}

TEST_CASE("matmul: batches of half, and of a name") {
  const auto x = counted<half, Shape<B, 1, 2>>(3);
  const auto product = matmul(x, reshape<Shape<B, 2, 1>>(x));
  CHECK(samples::elements_of(product) == std::vector<half>{1, 13, 41});
}
