// SPDX-License-Identifier: BSL-1.0
// What may be computed element by element, and with which scalars? vectors.cpp compares the numbers with NumPy.
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/equal.hpp>

#include <limits>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), M = axis("M");

TEST_CASE("arithmetic: a scalar stands on either side, and takes the elements' type") {
  const Tensor<float, Shape<3>> x{1, 2, 4};
  CHECK(x + 1 == Tensor<float, Shape<3>>{2, 3, 5});
  CHECK(1 + x == x + 1);
  CHECK(x - 1 == Tensor<float, Shape<3>>{0, 1, 3});
  CHECK(1 - x == Tensor<float, Shape<3>>{0, -1, -3});
  CHECK(x * 2.0 == Tensor<float, Shape<3>>{2, 4, 8});
  CHECK(x / 2 == Tensor<float, Shape<3>>{0.5F, 1, 2});
  CHECK(8 / x == Tensor<float, Shape<3>>{8, 4, 2});
  static_assert(std::is_same_v<decltype(x * 2.0)::element, float>);

  const Tensor<std::uint8_t, Shape<2>> bytes{0, 255};
  CHECK(bytes + 1 == Tensor<std::uint8_t, Shape<2>>{1, 0});
  CHECK(0 - bytes == Tensor<std::uint8_t, Shape<2>>{0, 1});
  const Tensor<half, Shape<2>> halves{1, 2};
  CHECK(halves * half(0.5F) == Tensor<half, Shape<2>>{0.5F, 1});
  CHECK(halves * 3 == Tensor<half, Shape<2>>{3, 6});
  using Complex = std::complex<double>;
  const Tensor<Complex, Shape<1>> complex{Complex(1, 1)};
  CHECK(complex * Complex(0, 1) == Tensor<Complex, Shape<1>>{Complex(-1, 1)});
  CHECK(complex * 2.0 == Tensor<Complex, Shape<1>>{Complex(2, 2)});
}

TEST_CASE("arithmetic: the operands stay as they are") {
  auto x = counted<float, Shape<N, 40>>(3);
  const auto before = samples::elements_of(x);
  const auto sum = x + x;
  CHECK(sum.data() != x.data());
  CHECK(samples::elements_of(x) == before);
  x = x + x;
  CHECK(x == sum);
}

TEST_CASE("arithmetic: half rounds once for each operation") {
  const Tensor<half, Shape<1>> large{2048};
  CHECK((large + half(1))(0) == 2048);  // 2049 lies halfway; to even
  CHECK((large + half(3))(0) == 2052);
  CHECK((Tensor<half, Shape<1>>{60000} + half(60000))(0) == std::numeric_limits<float>::infinity());
}

TEST_CASE("arithmetic: one name holds one number, which is compared at run time") {
  const auto sixteen = counted<float, Shape<N, 3>>(16);
  const auto fifteen = counted<float, Shape<N, 3>>(15);
  CHECK((sixteen + sixteen).extent<0>() == 16);
  for (const auto& message :
       {shape_error([&] { (void)(sixteen + fifteen); }), shape_error([&] { (void)add(sixteen, fifteen); })}) {
    CHECK(message == "add: axis 0 is N(16) on the left and N(15) on the right; they must be equal");
  }
  CHECK_THAT(shape_error([&] { (void)(fifteen - sixteen); }), ContainsSubstring("sub: axis 0 is N(15)"));
  CHECK_THAT(shape_error([&] { (void)(fifteen * sixteen); }), ContainsSubstring("mul: axis 0 is N(15)"));
  CHECK_THAT(shape_error([&] { (void)(fifteen / sixteen); }), ContainsSubstring("div: axis 0 is N(15)"));
}

TEST_CASE("arithmetic: the better-known extent is kept") {
  const auto open = counted<float, Shape<dyn, N>>(2, 3);
  const auto named = counted<float, Shape<M, 3>>(2);
  const auto sum = open + named;
  static_assert(std::is_same_v<decltype(sum), const Tensor<float, Shape<M, 3>>>);
  CHECK(sum(1, 2) == 10);
  CHECK_THAT(shape_error([&] { (void)(open + counted<float, Shape<M, 4>>(2)); }), ContainsSubstring("axis 1"));
  static_assert(std::is_same_v<decltype(open + counted<float, Shape<2, 3>>()), Tensor<float, Shape<2, 3>>>);
  static_assert(std::is_same_v<decltype(open + DynamicTensor<float>()), DynamicTensor<float>>);
}

TEST_CASE("arithmetic: a name's number is one number across all axes of both operands") {
  const auto left = counted<float, Shape<N, dyn>>(2, 3);
  const auto right = counted<float, Shape<dyn, N>>(2, 3);
  CHECK_THAT(shape_error([&] { (void)(left + right); }), ContainsSubstring("a name holds one number"));
  CHECK((left + counted<float, Shape<dyn, M>>(2, 3)).element_count() == 6);
}

TEST_CASE("arithmetic: shapes that are not equal are never made so") {
  const auto sum = [](const ShapeValue& a, const ShapeValue& b) {
    return shape_error([&] { (void)(DynamicTensor<float>(a) + DynamicTensor<float>(b)); });
  };
  CHECK(sum({2, 3}, {2, 3}).empty());
  CHECK_THAT(sum({8, 1}, ShapeValue(8)),
             ContainsSubstring("add: rank 2 on the left and 1 on the right; NumPy would broadcast to Shape<8, 8>"));
  CHECK(sum({2, 3}, {4, 3}) == "add: axis 0 is 2 on the left and 4 on the right; they must be equal");
  CHECK_THAT(sum({2, 3}, {1, 3}), ContainsSubstring("NumPy would broadcast to Shape<2, 3>"));
  CHECK(!sum({0}, {1}).empty());
}

TEST_CASE("equal: extents and elements") {
  const Tensor<int, Shape<2>> x{1, 2};
  CHECK(x == Tensor<int, Shape<2>>{1, 2});
  CHECK(x != Tensor<int, Shape<2>>{1, 3});
  CHECK(counted<int, Shape<N>>(2) != counted<int, Shape<N>>(3));  // a question, and no error
  CHECK(counted<int, Shape<N>>(2) == counted<int, Shape<dyn>>(2));
  CHECK(DynamicTensor<int>(ShapeValue{0, 2}) != DynamicTensor<int>(ShapeValue{0, 3}));
  CHECK(DynamicTensor<int>(ShapeValue{2, 3}) != DynamicTensor<int>(ShapeValue{3, 2}));
  CHECK(Tensor<float, Shape<1>>{0.0F} == Tensor<float, Shape<1>>{-0.0F});
  const Tensor<float, Shape<1>> nan{std::numeric_limits<float>::quiet_NaN()};
  CHECK(nan != nan);
  CHECK(Tensor<bool, Shape<2>>{true, false} == Tensor<bool, Shape<2>>{true, false});
}
