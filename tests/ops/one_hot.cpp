// SPDX-License-Identifier: BSL-1.0
// Does each id become a one at its place, and an id that is none an error with its position?
#include <shapeproof/create.hpp>
#include <shapeproof/engine/parallel.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/one_hot.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N"), C = axis("C");

static_assert(one_hot<3>(Tensor<int, Shape<2>>{2, 0}) == Tensor<std::int64_t, Shape<2, 3>>{{0, 0, 1}, {1, 0, 0}});
static_assert(one_hot<2, float>(Tensor<std::uint8_t, Shape<>>(1)) == Tensor<float, Shape<2>>{0, 1});
static_assert(
    std::is_same_v<decltype(one_hot<C(3)>(Tensor<int, Shape<2>>{2, 0})), Tensor<std::int64_t, Shape<2, C(3)>>>);

TEST_CASE("one_hot: named, unnamed and dynamic") {
  auto ids = zeros<std::int16_t, Shape<N, 2>>(2);
  ids(0, 1) = 2;
  ids(1, 0) = 1;
  const auto x = one_hot<C, double>(ids, 3);
  static_assert(std::is_same_v<decltype(x), const Tensor<double, Shape<N, 2, C>>>);
  CHECK(x.shape() == ShapeValue{N(2), 2, C(3)});
  const std::vector<double> expected{1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0};
  CHECK(elements_of(x) == expected);
  CHECK(elements_of(one_hot<dyn, double>(ids, 3)) == expected);
  const DynamicTensor<std::int16_t> dynamic = ids;
  CHECK(elements_of(one_hot<3, double>(dynamic)) == expected);
  CHECK(one_hot<dyn, bool>(dynamic, 3).shape() == ShapeValue{2, 2, 3});
  CHECK(one_hot<10>(zeros<int>({3, 0})).shape() == ShapeValue{3, 0, 10});
}

TEST_CASE("one_hot: ids that are none of the classes") {
  auto ids = zeros<std::int64_t, Shape<2, 3>>();
  ids(1, 2) = 10;
  CHECK(shape_error([&] { one_hot<10>(ids); }) == "one_hot: the id at [1, 2] is 10, ids of 10 classes are 0 to 9");
  ids(0, 1) = -1;
  CHECK(shape_error([&] { one_hot<11>(ids); }) == "one_hot: the id at [0, 1] is -1, ids of 11 classes are 0 to 10");
  CHECK(shape_error([&] { one_hot<dyn>(DynamicTensor<std::int64_t>(ids), 11); }) ==
        "one_hot: the id at [0, 1] is -1, ids of 11 classes are 0 to 10");
  const auto large = full<std::uint64_t, Shape<1>>(18446744073709551615U);
  CHECK(shape_error([&] { one_hot<10>(large); }) ==
        "one_hot: the id at [0] is 18446744073709551615, ids of 10 classes are 0 to 9");
  CHECK(shape_error([&] { one_hot<0>(large); }) ==
        "one_hot: the id at [0] is 18446744073709551615, ids of 0 classes are 0 to -1");
  CHECK_THAT(shape_error([&] { one_hot<C>(ids, 0); }), ContainsSubstring("C of Shape<C> is given as 0"));
}

TEST_CASE("one_hot: many ids, by several threads") {
  const auto ids = samples::counted<std::uint8_t>(ShapeValue(5000));
  engine::set_thread_count(5);
  const auto x = one_hot<256, std::int8_t>(ids);
  engine::set_thread_count(1);
  bool right = true;
  for (std::int64_t i = 0; i < 5000 * 256; ++i) right = right && x.data()[i] == (i / 256 % 256 == i % 256 ? 1 : 0);
  CHECK(right);
}

}  // namespace
