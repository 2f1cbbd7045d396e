// SPDX-License-Identifier: BSL-1.0
// Does a tensor whose shape is known at run time only do what Tensor does, and say what it says?
#include <shapeproof/dynamic.hpp>
#include <shapeproof/ops/equal.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N");

TEST_CASE("DynamicTensor: new ones hold zeros") {
  const DynamicTensor<float> none;
  CHECK(none.rank() == 1);
  CHECK(none.element_count() == 0);
  const DynamicTensor<int> x(ShapeValue{2, 3});
  CHECK(samples::elements_of(x) == std::vector<int>(6, 0));
  const DynamicTensor<int> one(ShapeValue{});
  CHECK(one.rank() == 0);
  CHECK(one() == 0);
  CHECK(DynamicTensor<bool>(ShapeValue{1, 1, 1, 1, 1, 1, 1, 2}).rank() == 8);
}

TEST_CASE("DynamicTensor: shapes that are none are refused") {
  CHECK(shape_error([] { DynamicTensor<int>(ShapeValue{2, -1}); }) ==
        "Shape: axis 1 is negative; extents are at least 0, and _ is worked out");
  CHECK(shape_error([] { DynamicTensor<int>(ShapeValue{1, 1, 1, 1, 1, 1, 1, 1, 1}); }) ==
        "Shape: rank 9, at most 8 are supported");
  CHECK(shape_error([] { DynamicTensor<int>(ShapeValue{std::int64_t{1} << 32, std::int64_t{1} << 32}); }) ==
        "Shape: the element count exceeds 64 bits");
  CHECK_THAT(shape_error([] { DynamicTensor<int>(ShapeValue{N, 3}); }), ContainsSubstring("known at run time only"));
  CHECK_THROWS_AS(DynamicTensor<double>(ShapeValue{std::int64_t{1} << 61}), std::bad_alloc);
}

TEST_CASE("DynamicTensor: a Tensor becomes one") {
  const DynamicTensor<int> from_inline = Tensor<int, Shape<2, 2>>{{1, 2}, {3, 4}};
  CHECK(from_inline(1, 0) == 3);
  const auto named = counted<int, Shape<N, 40>>(2);
  const DynamicTensor<int> from_named = named;
  CHECK(from_named.shape() == ShapeValue{2, 40});  // names are lost
  CHECK(from_named.data() == named.data());
  const DynamicTensor<int> number = Tensor<int, Shape<>>(5);
  CHECK(number() == 5);
}

TEST_CASE("DynamicTensor: extents") {
  const DynamicTensor<int> x(ShapeValue{2, 3, 4});
  CHECK(x.extent(0) == 2);
  CHECK(x.extent(2) == 4);
  CHECK(x.extent(-1) == 4);
  CHECK(x.extent(-3) == 2);
  CHECK(shape_error([&] { (void)x.extent(3); }) == "extent: there is no axis 3 in rank 3; axes are -3 to 2");
  CHECK(shape_error([&] { (void)x.extent(-4); }) == "extent: there is no axis -4 in rank 3; axes are -3 to 2");
  CHECK(shape_error([] { (void)DynamicTensor<int>(ShapeValue{}).extent(0); }) ==
        "extent: there is no axis 0 in rank 0");
}

TEST_CASE("DynamicTensor: elements by index") {
  auto x = counted<int>({2, 3, 4});
  CHECK(std::as_const(x)(1, 2, 3) == 23);
  x(0, 0, 1) = -1;
  CHECK(x.at(0, 0, 1) == -1);
  CHECK(shape_error([&] { (void)x(1, 2); }) == "index: 2 indices for rank 3 of Shape<2, 3, 4>");
  CHECK(shape_error([&] { (void)x(1, 2, 3, 4); }) == "index: 4 indices for rank 3 of Shape<2, 3, 4>");
  CHECK(shape_error([&] { (void)x.at(1, 2); }) == "index: 2 indices for rank 3 of Shape<2, 3, 4>");
  CHECK(shape_error([&] { (void)x.at(1, 2, 4); }) == "at: index 4 on axis 2 of Shape<2, 3, 4>");
  CHECK(shape_error([&] { (void)x.at(-1, 0, 0); }) == "at: index -1 on axis 0 of Shape<2, 3, 4>");
  CHECK(shape_error([&] { (void)x(); }) == "index: 0 indices for rank 3 of Shape<2, 3, 4>");
}

TEST_CASE("DynamicTensor: a range, and equality") {
  const auto x = counted<int>({2, 2});
  CHECK(std::vector<int>(x.begin(), x.end()) == std::vector<int>{0, 1, 2, 3});
  CHECK(x == counted<int>({2, 2}));
  CHECK(x != counted<int>({4}));
  CHECK(x == Tensor<int, Shape<2, 2>>{{0, 1}, {2, 3}});
  CHECK(Tensor<int, Shape<2, 2>>{{0, 1}, {2, 4}} != x);
}
